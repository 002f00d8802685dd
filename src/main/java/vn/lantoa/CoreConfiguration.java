package vn.lantoa;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.lantoa.common.ChannelSettings;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Messages;
import vn.lantoa.common.MobileNumbers;

/// What every module may ask for: the time, the channels, the words.
@Configuration(proxyBeanMethods = false)
class CoreConfiguration {

  /// The only clock of the program; tests replace it by one they can set.
  ///
  /// @param shift for trials only: how far it goes wrong
  @Bean
  InstantSource instantSource(@Value("${lantoa.clock-shift:0s}") Duration shift) {
    return shift.isZero()
        ? InstantSource.system()
        : () -> InstantSource.system().instant().plus(shift);
  }

  @Bean
  Channels channels(Environment environment) {
    var settings =
        Binder.get(environment)
            .bind("lantoa.channels", Bindable.mapOf(String.class, ChannelSettings.class))
            .orElse(Map.of());
    return new Channels(settings);
  }

  @Bean
  MobileNumbers mobileNumbers(@Value("${lantoa.numbers.countries:VN}") Set<String> countries) {
    return new MobileNumbers(countries);
  }

  @Bean
  MessageSource messageSource() {
    return Messages.source();
  }
}
