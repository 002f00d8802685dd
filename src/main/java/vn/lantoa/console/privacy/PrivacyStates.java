package vn.lantoa.console.privacy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.console.frame.StateWords;
import vn.lantoa.console.frame.Tone;
import vn.lantoa.privacy.RequestKind;
import vn.lantoa.privacy.RequestStatus;
import vn.lantoa.privacy.RequestWay;

/// What requests about personal data are called.
@Configuration(proxyBeanMethods = false)
class PrivacyStates {

  @Bean
  static StateWords<RequestKind> requestKindWords() {
    return StateWords.plain(RequestKind.class, "request-kind.");
  }

  @Bean
  static StateWords<RequestWay> requestWayWords() {
    return StateWords.plain(RequestWay.class, "request-way.");
  }

  @Bean
  static StateWords<RequestStatus> requestStatusWords() {
    return new StateWords<>(
        RequestStatus.class,
        "status.request.",
        status ->
            switch (status) {
              case OPEN -> Tone.BUSY;
              case DONE -> Tone.GOOD;
              case REFUSED -> Tone.CALM;
            });
  }
}
