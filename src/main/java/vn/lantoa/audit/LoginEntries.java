package vn.lantoa.audit;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Actor;
import vn.lantoa.security.Account;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.AuditTrail;
import vn.lantoa.security.LoggedIn;
import vn.lantoa.security.LoggedOut;
import vn.lantoa.security.LoginFailed;
import vn.lantoa.security.SessionsEnded;

/// Who came in and went, and who did not get in. Of a name nobody has only the beginning is kept:
/// people type their password there.
@Component
class LoginEntries {

  private static final String LOGIN = "login";
  private static final int BEGINNING = 3;

  private final AuditTrail trail;
  private final Repeated repeated;
  private final Accounts accounts;

  LoginEntries(AuditTrail trail, Repeated repeated, Accounts accounts) {
    this.trail = trail;
    this.repeated = repeated;
    this.accounts = accounts;
  }

  @EventListener
  void loggedIn(LoggedIn event) {
    record(event.accountId(), "login.in");
  }

  @EventListener
  void loggedOut(LoggedOut event) {
    record(event.accountId(), "login.out");
  }

  /// Beside the act that led to it, which says by whom. What a person ends himself is such an act.
  @EventListener
  void ended(SessionsEnded event) {
    if (event.why() != SessionsEnded.Why.BY_PERSON) {
      trail.record(Actor.SYSTEM, "login.ended", "account:" + event.accountId(), said(event.why()));
    }
  }

  private void record(long accountId, String act) {
    var account = accounts.get(accountId);
    trail.record(account.actor(), act, subject(account), "");
  }

  /// Each try that was looked at; those the throttle turned away once in a while, since there may
  /// be any number of them.
  @EventListener
  void refused(LoginFailed event) {
    var account = Optional.ofNullable(event.accountId()).map(accounts::get);
    var tried =
        new Actor(null, account.map(Account::username).orElseGet(() -> beginning(event.typed())));
    var subject = account.map(LoginEntries::subject).orElse(LOGIN);
    if (event.why() == LoginFailed.Why.TOO_MANY_TRIES) {
      repeated.record(tried, "login.throttled", subject, "");
    } else {
      trail.record(tried, "login.refused", subject, said(event.why()));
    }
  }

  private static String said(Enum<?> why) {
    return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String subject(Account account) {
    return "account:" + account.id();
  }

  private static String beginning(String name) {
    var printable = name.strip().replaceAll("\\P{Print}", "");
    return printable.substring(0, Math.min(BEGINNING, printable.length())) + "…";
  }
}
