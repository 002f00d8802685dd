package vn.lantoa.console.profile;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.console.frame.StateWords;
import vn.lantoa.notice.NoticeKind;

/// How kinds of notices are said.
@Configuration(proxyBeanMethods = false)
class ProfileStates {

  @Bean
  static StateWords<NoticeKind> noticeKindWords() {
    return StateWords.plain(NoticeKind.class, "profile.notice.");
  }
}
