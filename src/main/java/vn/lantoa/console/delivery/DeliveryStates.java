package vn.lantoa.console.delivery;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.console.frame.StateWords;
import vn.lantoa.console.frame.Tone;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.delivery.Uncertainties;

/// How the states of a delivery are said and coloured.
@Configuration(proxyBeanMethods = false)
class DeliveryStates {

  @Bean
  static StateWords<DeliveryStatus> deliveryStatusWords() {
    return new StateWords<>(
        DeliveryStatus.class,
        "status.delivery.",
        status ->
            switch (status) {
              case PENDING, SUPPRESSED, EXPIRED, CANCELLED -> Tone.CALM;
              case CLAIMED, SENDING, SENT -> Tone.BUSY;
              case DELIVERED -> Tone.GOOD;
              case UNDELIVERED, FAILED -> Tone.BAD;
              case UNCERTAIN -> Tone.WARN;
            });
  }

  @Bean
  static StateWords<Uncertainties.Found> foundWords() {
    return StateWords.plain(Uncertainties.Found.class, "found.");
  }
}
