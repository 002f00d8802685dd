package vn.lantoa.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lantoa.login.LoginSessions.Standing.HALF;
import static vn.lantoa.login.LoginSessions.Standing.OVER;
import static vn.lantoa.login.LoginSessions.Standing.WHOLE;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Refusal;
import vn.lantoa.security.LoggedIn;
import vn.lantoa.security.Role;
import vn.lantoa.security.SessionsEnded;

/// A login is good until it is ended, wherever that is done (finding V5).
class LoginSessionsTest {

  private static final String ANOTHER = "bốn con gà trống gáy dưới mưa";

  private final LoginDesk desk = new LoginDesk();

  @Test
  void aResetPutsEverybodyOut() {
    var lan = desk.account("lan", Role.OFFICER);
    var intruder = desk.login("lan", LoginDesk.PASSWORD);

    desk.accounts.resetPassword(lan.id(), "tam-thoi-1234", Actor.SYSTEM);

    assertThat(standing(intruder)).isEqualTo(OVER);
    assertThatThrownBy(() -> desk.login("lan", LoginDesk.PASSWORD))
        .isInstanceOf(BadCredentialsException.class);
    assertThat(standing(desk.login("lan", "tam-thoi-1234"))).isEqualTo(WHOLE);
    assertThat(desk.accounts.get(lan.id()).mustChangePassword()).isTrue();
    assertThat(desk.told(SessionsEnded.class))
        .containsExactly(new SessionsEnded(lan.id(), SessionsEnded.Why.PASSWORD_RESET));
  }

  @Test
  void aLoginThatOvertakesAResetIsOver() {
    var lan = desk.account("lan", Role.OFFICER);
    var read = desk.accounts.credential("lan").orElseThrow();

    desk.accounts.resetPassword(lan.id(), "tam-thoi-1234", Actor.SYSTEM);
    var late = desk.logins.begin(read, LoginDesk.from("10.0.0.7"), false);

    assertThat(standing(late)).isEqualTo(OVER);
  }

  @Test
  void anotherPasswordEndsAllOtherLogins() {
    var lan = desk.account("lan", Role.OFFICER);
    var here = desk.login("lan", LoginDesk.PASSWORD);
    var there = desk.login("lan", LoginDesk.PASSWORD);

    desk.own.choose(lan, here, LoginDesk.from("10.0.0.7"), LoginDesk.PASSWORD, ANOTHER);

    assertThat(standing(here)).isEqualTo(WHOLE);
    assertThat(standing(there)).isEqualTo(OVER);
    assertThat(desk.trail.of("account:" + lan.id(), 1))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.action()).isEqualTo("account.change-password");
          assertThat(entry.actor()).isEqualTo(lan.name());
        });
  }

  @Test
  void anotherPasswordAsksThePresentOneAndIsAnother() {
    var lan = desk.account("lan", Role.OFFICER);
    var here = desk.login("lan", LoginDesk.PASSWORD);
    var from = LoginDesk.from("10.0.0.7");

    assertThatThrownBy(() -> desk.own.choose(lan, here, from, "sai", ANOTHER))
        .isInstanceOfSatisfying(
            Refusal.class, why -> assertThat(why.key()).isEqualTo("password.wrong"));
    assertThatThrownBy(
            () -> desk.own.choose(lan, here, from, LoginDesk.PASSWORD, LoginDesk.PASSWORD))
        .isInstanceOfSatisfying(
            Refusal.class, why -> assertThat(why.key()).isEqualTo("password.same"));
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> desk.own.choose(lan, here, from, "sai", ANOTHER))
          .isInstanceOf(Refusal.class);
    }
    assertThatThrownBy(() -> desk.own.choose(lan, here, from, "sai", ANOTHER))
        .isInstanceOfSatisfying(
            Refusal.class, why -> assertThat(why.key()).isEqualTo("login.wait"));
  }

  @Test
  void aLockPutsTheAccountOut() {
    var lan = desk.account("lan", Role.OFFICER);
    var here = desk.login("lan", LoginDesk.PASSWORD);

    desk.accounts.setActive(lan.id(), false);
    assertThat(standing(here)).isEqualTo(OVER);
    desk.accounts.setActive(lan.id(), true);

    assertThat(standing(here)).isEqualTo(OVER);
  }

  @Test
  void endsWhenNobodyClicksAndAfterADayAtWorkInAnyCase() {
    desk.account("lan", Role.OFFICER);
    var idle = desk.login("lan", LoginDesk.PASSWORD);
    desk.pass(Duration.ofHours(2));
    assertThat(standing(idle)).isEqualTo(OVER);

    var busy = desk.login("lan", LoginDesk.PASSWORD);
    for (int i = 0; i < 11; i++) {
      desk.pass(Duration.ofHours(1));
      assertThat(standing(busy)).isEqualTo(WHOLE);
    }
    desk.pass(Duration.ofHours(1));

    assertThat(standing(busy)).isEqualTo(OVER);
  }

  @Test
  void oneSeesAndEndsOnesOwnOnly() {
    var lan = desk.account("lan", Role.OFFICER);
    var duc = desk.account("duc", Role.APPROVER);
    var here = desk.login("lan", LoginDesk.PASSWORD);
    desk.pass(Duration.ofMinutes(2));
    var there = desk.login("lan", LoginDesk.PASSWORD, LoginDesk.from("203.0.113.9"));

    assertThat(desk.sessions.open(lan.id()))
        .extracting(LoginSession::address)
        .containsExactly("203.0.113.9", "10.0.0.7");
    desk.sessions.end(duc.id(), there.sessionId());
    assertThat(standing(there)).isEqualTo(WHOLE);
    desk.sessions.endOthers(lan.id(), here.sessionId());

    assertThat(standing(there)).isEqualTo(OVER);
    assertThat(standing(here)).isEqualTo(WHOLE);
    desk.logins.logOut(here);
    assertThat(standing(here)).isEqualTo(OVER);
    assertThat(desk.sessions.open(lan.id())).isEmpty();
  }

  @Test
  void saysWhenOneWasLastLoggedIn() {
    desk.account("lan", Role.OFFICER);

    var first = desk.authenticate("lan", LoginDesk.PASSWORD, LoginDesk.from("203.0.113.9"));
    var at = desk.now;
    desk.pass(Duration.ofHours(3));
    var second = desk.authenticate("lan", LoginDesk.PASSWORD, LoginDesk.from("10.0.0.7"));

    assertThat(first.getDetails()).isNull();
    assertThat(second.getDetails()).isEqualTo(new LastLogin(at, "203.0.113.9"));
    assertThat(desk.accounts.byUsername("lan").orElseThrow().lastLoginAt()).isEqualTo(desk.now);
    assertThat(desk.told(LoggedIn.class)).hasSize(2);
  }

  @Test
  void aTemporaryPasswordEnds() {
    var lan = desk.account("lan", Role.OFFICER);
    desk.accounts.resetPassword(lan.id(), "tam-thoi-1234", Actor.SYSTEM);
    desk.pass(Duration.ofHours(71));
    assertThat(standing(desk.login("lan", "tam-thoi-1234"))).isEqualTo(WHOLE);
    desk.pass(Duration.ofHours(1));

    assertThatThrownBy(() -> desk.login("lan", "tam-thoi-1234"))
        .isInstanceOf(TemporaryPasswordOver.class);
    // Who does not know it learns nothing of it.
    assertThatThrownBy(() -> desk.login("lan", "sai")).isInstanceOf(BadCredentialsException.class);
  }

  @Test
  void anOlderHashIsReplacedByTheLogin() {
    var lan = desk.account("lan", Role.OFFICER);
    desk.jdbc
        .sql("update account set password_hash = :hash")
        .param("hash", "{bcrypt}" + new BCryptPasswordEncoder(4).encode("mot mat khau dai"))
        .update();

    var here = desk.login("lan", "mot mat khau dai");

    assertThat(desk.accounts.credential("lan").orElseThrow().hash()).startsWith("{argon2}");
    assertThat(standing(here)).isEqualTo(WHOLE);
    assertThat(standing(desk.login("lan", "mot mat khau dai"))).isEqualTo(WHOLE);
    assertThat(lan.active()).isTrue();
  }

  @Test
  void withoutItsSecondFactorALoginIsHalfAndNotForLong() {
    var duc = desk.account("duc", Role.APPROVER);
    desk.factors.offer(duc);
    var secret = desk.factors.offered(duc).orElseThrow().secret();
    desk.factors.prove(duc, LoginExamples.code(secret, desk.now));
    desk.pass(Duration.ofMinutes(1));

    var half = desk.login("duc", LoginDesk.PASSWORD);

    assertThat(standing(half)).isEqualTo(HALF);
    assertThat(desk.sessions.open(duc.id())).isEmpty();
    assertThat(desk.told(LoggedIn.class)).isEmpty();
    desk.logins.complete(half, LoginExamples.code(secret, desk.now), LoginDesk.from("10.0.0.7"));
    assertThat(standing(half)).isEqualTo(WHOLE);
    assertThat(desk.told(LoggedIn.class)).hasSize(1);

    var left = desk.login("duc", LoginDesk.PASSWORD);
    desk.pass(Duration.ofMinutes(10));
    assertThat(standing(left)).isEqualTo(OVER);
  }

  private LoginSessions.Standing standing(Ticket ticket) {
    return desk.sessions.standing(ticket.sessionId());
  }
}
