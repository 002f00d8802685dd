package vn.lantoa.notice;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Account;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.ApproverKeys;
import vn.lantoa.security.Role;
import vn.lantoa.security.SecondFactorRemoved;

/// Tells people what others did to their accounts.
@Component
class AccountNotices {

  private final Notices notices;
  private final Accounts accounts;
  private final OrgUnits units;

  AccountNotices(Notices notices, Accounts accounts, OrgUnits units) {
    this.notices = notices;
    this.accounts = accounts;
    this.units = units;
  }

  @EventListener
  void keys(ApproverKeys event) {
    var approver = accounts.get(event.accountId());
    notices.tell(
        List.of(approver.id()),
        about(event, NoticeKind.KEYS_GIVEN_OUT, approver, "/ho-so/dang-nhap"));
    notices.tell(
        administrators(event),
        about(event, NoticeKind.APPROVER_KEYS, approver, "/tai-khoan/" + approver.id()));
  }

  private static Notice about(ApproverKeys event, NoticeKind kind, Account approver, String path) {
    return new Notice(
        kind,
        "account:" + approver.id(),
        event.occasion(),
        null,
        List.of(approver.name(), event.by().name()),
        path);
  }

  /// Of the unit above; at the top the others there.
  private List<Long> administrators(ApproverKeys event) {
    var above = units.get(event.unitId()).parentId();
    var all =
        above == null ? accounts.holdingAtTheTop(Role.ADMIN) : accounts.holding(Role.ADMIN, above);
    return all.stream().filter(id -> !event.by().isSamePersonAs(id)).toList();
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
