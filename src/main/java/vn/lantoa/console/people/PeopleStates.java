package vn.lantoa.console.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.audience.ConsentWay;
import vn.lantoa.audience.GivenBy;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.common.Purpose;
import vn.lantoa.console.frame.StateWords;

/// How it is said why an address is not used, and what proves that somebody agreed.
@Configuration(proxyBeanMethods = false)
class PeopleStates {

  @Bean
  static StateWords<SuppressionReason> suppressionWords() {
    return StateWords.plain(SuppressionReason.class, "suppression.");
  }

  @Bean
  static StateWords<Purpose> purposeWords() {
    return StateWords.plain(Purpose.class, "purpose.");
  }

  @Bean
  static StateWords<GivenBy> giverWords() {
    return StateWords.plain(GivenBy.class, "given-by.");
  }

  @Bean
  static StateWords<ConsentWay> wayWords() {
    return StateWords.plain(ConsentWay.class, "consent-way.");
  }
}
