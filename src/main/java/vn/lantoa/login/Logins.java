package vn.lantoa.login;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import vn.lantoa.common.Refusal;
import vn.lantoa.security.Credential;
import vn.lantoa.security.LoggedIn;
import vn.lantoa.security.LoggedOut;
import vn.lantoa.security.LoginFailed;
import vn.lantoa.security.LoginFailed.Why;

/// From the right password to being in, and out again.
@Service
public class Logins {

  private final LoginSessions sessions;
  private final LoginThrottle throttle;
  private final CodeThrottle codes;
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final ApplicationEventPublisher events;

  Logins(
      LoginSessions sessions,
      LoginThrottle throttle,
      CodeThrottle codes,
      SecondFactors factors,
      Passkeys passkeys,
      ApplicationEventPublisher events) {
    this.sessions = sessions;
    this.throttle = throttle;
    this.codes = codes;
    this.factors = factors;
    this.passkeys = passkeys;
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
    return complete(
        ticket,
        from,
        () ->
            factors.accept(ticket.accountId(), code)
                ? Optional.empty()
                : Optional.of(Why.WRONG_CODE));
  }

  /// Likewise by a passkey.
  ///
  /// @param answer of the browser to [Passkeys#ask]
  /// @return the login before this one
  /// @throws Refusal `login.passkey-wrong`, `login.passkey-copied`, `login.wait` (minutes)
  public Optional<LastLogin> completeByPasskey(Ticket ticket, String answer, Origin from) {
    return complete(ticket, from, () -> passkeys.objection(ticket, answer));
  }

  private Optional<LastLogin> complete(
      Ticket ticket, Origin from, Supplier<Optional<Why>> objection) {
    codes
        .enter(ticket, from)
        .ifPresent(wait -> {
          throw new Refusal("login.wait", TooManyTries.minutes(wait));
        });
    objection
        .get()
        .ifPresent(why -> {
          events.publishEvent(
              new LoginFailed(ticket.username(), ticket.accountId(), from.address(), why));
          throw new Refusal(said(why));
        });
    codes.succeeded(ticket, from);
    return complete(ticket, from);
  }

  private static String said(Why why) {
    return switch (why) {
      case WRONG_PASSKEY -> "login.passkey-wrong";
      case COPIED_PASSKEY -> "login.passkey-copied";
      default -> "login.code-wrong";
    };
  }

  public void logOut(Ticket ticket) {
    sessions.end(ticket.accountId(), ticket.sessionId());
    events.publishEvent(new LoggedOut(ticket.accountId(), ticket.username()));
  }
}
