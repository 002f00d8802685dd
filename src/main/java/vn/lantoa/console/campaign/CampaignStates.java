package vn.lantoa.console.campaign;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.console.frame.StateWords;
import vn.lantoa.console.frame.Tone;

/// How the states of a campaign are said and coloured.
@Configuration(proxyBeanMethods = false)
class CampaignStates {

  @Bean
  static StateWords<CampaignStatus> campaignStatusWords() {
    return new StateWords<>(
        CampaignStatus.class,
        "status.campaign.",
        status ->
            switch (status) {
              case DRAFT, CANCELLED -> Tone.CALM;
              case RUNNING -> Tone.BUSY;
              case APPROVED, FINISHED -> Tone.GOOD;
              case SUBMITTED, PAUSED -> Tone.WARN;
            });
  }
}
