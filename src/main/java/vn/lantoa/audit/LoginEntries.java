package vn.lantoa.audit;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Actor;
import vn.lantoa.security.Account;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.AuditTrail;
import vn.lantoa.security.TooManyTries;

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
  void loggedIn(InteractiveAuthenticationSuccessEvent event) {
    named(event.getAuthentication().getName())
        .ifPresent(account -> trail.record(account.actor(), "login.in", subject(account), ""));
  }

  @EventListener
  void loggedOut(LogoutSuccessEvent event) {
    named(event.getAuthentication().getName())
        .ifPresent(account -> trail.record(account.actor(), "login.out", subject(account), ""));
  }

  /// Each try that was looked at; those the throttle turned away once in a while, since there may
  /// be any number of them.
  @EventListener
  void refused(AbstractAuthenticationFailureEvent event) {
    var name = event.getAuthentication().getName();
    var account = named(name);
    var tried = new Actor(null, account.map(Account::username).orElseGet(() -> beginning(name)));
    var subject = account.map(LoginEntries::subject).orElse(LOGIN);
    if (event.getException() instanceof TooManyTries) {
      repeated.record(tried, "login.throttled", subject, "");
    } else {
      trail.record(tried, "login.refused", subject, "");
    }
  }

  private Optional<Account> named(String name) {
    // PostgreSQL takes no NUL, and nobody's name is longer.
    return name.length() > 100 || name.indexOf('\0') >= 0
        ? Optional.empty()
        : accounts.byUsername(name);
  }

  private static String subject(Account account) {
    return "account:" + account.id();
  }

  private static String beginning(String name) {
    var printable = name.strip().replaceAll("\\P{Print}", "");
    return printable.substring(0, Math.min(BEGINNING, printable.length())) + "…";
  }
}
