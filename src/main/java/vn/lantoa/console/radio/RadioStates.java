package vn.lantoa.console.radio;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.broadcast.Station;
import vn.lantoa.console.frame.StateWords;

/// How kinds of stations are said.
@Configuration(proxyBeanMethods = false)
class RadioStates {

  @Bean
  static StateWords<Station.Kind> stationKindWords() {
    return StateWords.plain(Station.Kind.class, "station-kind.");
  }
}
