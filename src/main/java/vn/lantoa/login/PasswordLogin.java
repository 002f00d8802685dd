package vn.lantoa.login;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Credential;
import vn.lantoa.security.LoginFailed;
import vn.lantoa.security.LoginFailed.Why;

/// A name and a password become a login. An unknown name, a wrong password and an account switched
/// off look the same and take as long.
@Component
class PasswordLogin implements AuthenticationProvider {

  private final Accounts accounts;
  private final PasswordEncoder encoder;
  private final LoginThrottle throttle;
  private final SecondFactors factors;
  private final Logins logins;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;
  private final Supplier<String> nobodysHash;

  PasswordLogin(
      Accounts accounts,
      PasswordEncoder encoder,
      LoginThrottle throttle,
      SecondFactors factors,
      Logins logins,
      ApplicationEventPublisher events,
      InstantSource clock) {
    this.accounts = accounts;
    this.encoder = encoder;
    this.throttle = throttle;
    this.factors = factors;
    this.logins = logins;
    this.events = events;
    this.clock = clock;
    nobodysHash = SingletonSupplier.of(() -> encoder.encode("the password of nobody"));
  }

  @Override
  public Authentication authenticate(Authentication login) throws AuthenticationException {
    var name = TypedName.of(login.getName());
    var from = login.getDetails() instanceof Origin origin ? origin : Origin.LOCAL;
    var wait = throttle.enter(name, from);
    if (wait.isPresent()) {
      events.publishEvent(new LoginFailed(name, null, from.address(), Why.TOO_MANY_TRIES));
      throw new TooManyTries(wait.get());
    }
    Waiting.keepBack(throttle.delay(name, from));
    var known = accounts.credential(name);
    var password = String.valueOf(login.getCredentials());
    boolean isRight = encoder.matches(password, known.map(Credential::hash).orElseGet(nobodysHash));
    return known.isPresent() && isRight
        ? let(known.get(), password, from)
        : refuse(name, known, from, Why.WRONG_PASSWORD);
  }

  private Authentication let(Credential known, String password, Origin from) {
    if (!known.active()) {
      return refuse(known.username(), Optional.of(known), from, Why.ACCOUNT_CLOSED);
    }
    if (known.isOver(clock.instant())) {
      fail(known.username(), known, from, Why.PASSWORD_ENDED);
      throw new TemporaryPasswordOver();
    }
    if (encoder.upgradeEncoding(known.hash())) {
      accounts.rehash(known, password);
    }
    boolean half = factors.has(known.accountId());
    var ticket = logins.begin(known, from, half);
    var answer =
        UsernamePasswordAuthenticationToken.authenticated(
            // Roles are asked of the account at each request, not kept in the session.
            ticket, null, AuthorityUtils.createAuthorityList("LOGGED_IN"));
    answer.setDetails(half ? null : logins.complete(ticket, from).orElse(null));
    return answer;
  }

  private Authentication refuse(String name, Optional<Credential> known, Origin from, Why why) {
    fail(name, known.orElse(null), from, why);
    throw new BadCredentialsException("refused");
  }

  private void fail(String name, @Nullable Credential known, Origin from, Why why) {
    var id = known == null ? null : known.accountId();
    events.publishEvent(new LoginFailed(name, id, from.address(), why));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
