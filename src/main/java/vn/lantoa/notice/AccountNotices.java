package vn.lantoa.notice;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lantoa.security.SecondFactorRemoved;

/// Tells people what others did to their accounts.
@Component
class AccountNotices {

  private final Notices notices;

  AccountNotices(Notices notices) {
    this.notices = notices;
  }

  @EventListener
  void removed(SecondFactorRemoved event) {
    notices.tell(
        List.of(event.accountId()),
        new Notice(
            NoticeKind.SECOND_FACTOR_REMOVED,
            "account:" + event.accountId(),
            event.removalId(),
            null,
            List.of(event.by().name()),
            "/ho-so/dang-nhap"));
  }
}
