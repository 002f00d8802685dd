package vn.lantoa.console.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.console.frame.StateWords;

/// How it is said why an address is not used.
@Configuration(proxyBeanMethods = false)
class PeopleStates {

  @Bean
  static StateWords<SuppressionReason> suppressionWords() {
    return StateWords.plain(SuppressionReason.class, "suppression.");
  }
}
