package vn.lantoa.console.content;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.console.frame.StateWords;
import vn.lantoa.console.frame.Tone;
import vn.lantoa.content.Approval;
import vn.lantoa.content.ContentStatus;
import vn.lantoa.content.Section;

/// How the states of content are said and coloured.
@Configuration(proxyBeanMethods = false)
class ContentStates {

  @Bean
  static StateWords<ContentStatus> contentStatusWords() {
    return new StateWords<>(
        ContentStatus.class,
        "status.content.",
        status ->
            switch (status) {
              case APPROVED -> Tone.GOOD;
              case WAITING, RETURNED -> Tone.WARN;
              case WITHDRAWN -> Tone.CALM;
            });
  }

  @Bean
  static StateWords<Approval.Decision> decisionWords() {
    return new StateWords<>(
        Approval.Decision.class,
        "decision.",
        decision ->
            switch (decision) {
              case APPROVED -> Tone.GOOD;
              case RETURNED -> Tone.WARN;
              case RESUBMITTED -> Tone.BUSY;
            });
  }

  @Bean
  static StateWords<Section> sectionWords() {
    return StateWords.plain(Section.class, "section.");
  }
}
