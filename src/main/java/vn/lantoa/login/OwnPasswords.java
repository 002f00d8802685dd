package vn.lantoa.login;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.common.Refusal;
import vn.lantoa.security.Account;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.AuditTrail;
import vn.lantoa.security.Credential;
import vn.lantoa.security.PasswordChosen;

/// What a person does about his own password. Whoever sits down at a computer that was left open
/// does not know the present one.
@Service
public class OwnPasswords {

  private final Accounts accounts;
  private final PasswordEncoder encoder;
  private final PasswordRules rules;
  private final LoginThrottle throttle;
  private final LoginSessions sessions;
  private final AuditTrail trail;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  OwnPasswords(
      Accounts accounts,
      PasswordEncoder encoder,
      PasswordRules rules,
      LoginThrottle throttle,
      LoginSessions sessions,
      AuditTrail trail,
      ApplicationEventPublisher events,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.encoder = encoder;
    this.rules = rules;
    this.throttle = throttle;
    this.sessions = sessions;
    this.trail = trail;
    this.events = events;
    this.transaction = transaction;
  }

  /// Ends every other login of the account.
  ///
  /// @throws Refusal `password.wrong`, `login.wait` of the present one; `password.same` and those
  ///   of [PasswordRules] of the new one
  public void choose(Account who, Ticket here, Origin from, String present, String chosen) {
    confirm(who, from, present);
    if (encoder.matches(chosen, credential(who).hash())) {
      throw new Refusal("password.same");
    }
    rules.check(chosen, who);
    transaction.executeWithoutResult(_ -> {
      accounts.choosePassword(who.id(), chosen);
      sessions.keep(here.sessionId());
      trail.record(who.actor(), "account.change-password", "account:" + who.id(), "");
      events.publishEvent(new PasswordChosen(who.id(), who.username()));
    });
  }

  /// Before anything that decides who can get in.
  ///
  /// @throws Refusal `password.wrong`, `login.wait` (minutes)
  public void confirm(Account who, Origin from, String present) {
    throttle
        .enter(who.username(), from)
        .ifPresent(wait -> {
          throw new Refusal("login.wait", TooManyTries.minutes(wait));
        });
    if (!encoder.matches(present, credential(who).hash())) {
      throw new Refusal("password.wrong");
    }
    throttle.succeeded(who.username(), from);
  }

  private Credential credential(Account who) {
    return accounts.credential(who.username()).orElseThrow();
  }
}
