package vn.lantoa.console.operations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.cluster.Cluster;
import vn.lantoa.console.frame.StateWords;
import vn.lantoa.console.frame.Tone;
import vn.lantoa.delivery.ProviderAccounts;

/// How the states of providers' accounts and of servers are said and coloured.
@Configuration(proxyBeanMethods = false)
class OperationsStates {

  @Bean
  static StateWords<ProviderAccounts.State> accountStateWords() {
    return new StateWords<>(
        ProviderAccounts.State.class,
        "account-state.",
        state ->
            switch (state) {
              case CLOSED -> Tone.GOOD;
              case OPEN, HALF_OPEN -> Tone.WARN;
              case PAUSED -> Tone.BAD;
            });
  }

  @Bean
  static StateWords<Cluster.State> nodeStateWords() {
    return new StateWords<>(
        Cluster.State.class,
        "node-state.",
        state ->
            switch (state) {
              case RUNNING -> Tone.GOOD;
              case SILENT -> Tone.BAD;
              case LEFT -> Tone.CALM;
            });
  }
}
