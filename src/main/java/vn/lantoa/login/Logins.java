package vn.lantoa.login;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import vn.lantoa.common.Refusal;
import vn.lantoa.security.Credential;
import vn.lantoa.security.LoggedIn;
import vn.lantoa.security.LoggedOut;
import vn.lantoa.security.LoginFailed;

/// From the right password to being in, and out again.
@Service
public class Logins {

  private final LoginSessions sessions;
  private final LoginThrottle throttle;
  private final CodeThrottle codes;
  private final SecondFactors factors;
  private final ApplicationEventPublisher events;

  Logins(
      LoginSessions sessions,
      LoginThrottle throttle,
      CodeThrottle codes,
      SecondFactors factors,
      ApplicationEventPublisher events) {
    this.sessions = sessions;
    this.throttle = throttle;
    this.codes = codes;
    this.factors = factors;
    this.events = events;
  }

  Ticket begin(Credential who, Origin from, boolean half) {
    var id = sessions.begin(who.accountId(), who.epoch(), from, half);
    return new Ticket(id, who.accountId(), who.username());
  }

  Optional<LastLogin> complete(Ticket ticket, Origin from) {
    throttle.succeeded(ticket.username(), from);
    var before = sessions.complete(ticket.sessionId());
    events.publishEvent(
        new LoggedIn(ticket.accountId(), ticket.username(), from.address(), from.agent()));
    return before;
  }

  /// The second factor of a login whose password was right.
  ///
  /// @param code of the authenticator app, or a recovery code
  /// @return the login before this one
  /// @throws Refusal `login.code-wrong`, `login.wait` (minutes)
  public Optional<LastLogin> complete(Ticket ticket, String code, Origin from) {
    codes
        .enter(ticket, from)
        .ifPresent(wait -> {
          throw new Refusal("login.wait", TooManyTries.minutes(wait));
        });
    if (!factors.accept(ticket.accountId(), code)) {
      events.publishEvent(
          new LoginFailed(
              ticket.username(), ticket.accountId(), from.address(), LoginFailed.Why.WRONG_CODE));
      throw new Refusal("login.code-wrong");
    }
    codes.succeeded(ticket, from);
    return complete(ticket, from);
  }

  public void logOut(Ticket ticket) {
    sessions.end(ticket.accountId(), ticket.sessionId());
    events.publishEvent(new LoggedOut(ticket.accountId(), ticket.username()));
  }
}
