package vn.lantoa.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.common.Refusal;
import vn.lantoa.security.Account;
import vn.lantoa.security.LoginFailed;
import vn.lantoa.security.LoginFailed.Why;
import vn.lantoa.security.Role;

/// What a passkey is good for at a login.
class PasskeysTest {

  private final LoginDesk desk = new LoginDesk();
  private final SoftAuthenticator phone = new SoftAuthenticator(LoginDesk.PUBLIC_URL);
  private Account duc;
  private List<String> recovery;

  @BeforeEach
  void added() {
    duc = desk.account("duc", Role.APPROVER);
    recovery = add(phone, "Điện thoại");
  }

  @Test
  void isAskedForAndLeadsIn() {
    var half = desk.login("duc", LoginDesk.PASSWORD);

    assertThat(desk.factors.has(duc.id())).isTrue();
    assertThat(desk.factors.isMissing(duc)).isFalse();
    assertThat(desk.sessions.standing(half.sessionId())).isEqualTo(LoginSessions.Standing.HALF);
    enter(half, phone.get(asked(half)));

    assertThat(desk.sessions.standing(half.sessionId())).isEqualTo(LoginSessions.Standing.WHOLE);
    assertThat(desk.passkeys.of(duc.id()))
        .singleElement()
        .satisfies(passkey -> {
          assertThat(passkey.label()).isEqualTo("Điện thoại");
          assertThat(passkey.lastUsedAt()).isEqualTo(desk.now);
        });
  }

  @Test
  void anAnswerIsGoodOnceAndInItsLoginOnly() {
    var half = desk.login("duc", LoginDesk.PASSWORD);
    var other = desk.login("duc", LoginDesk.PASSWORD);
    var answer = phone.get(asked(half));
    asked(other);

    refuses(other, answer);
    enter(half, answer);
    refuses(half, answer);
    var next = desk.login("duc", LoginDesk.PASSWORD);
    asked(next);
    refuses(next, answer);
  }

  @Test
  void aQuestionIsOverAfterFiveMinutesAndWhenAnotherIsAsked() {
    var half = desk.login("duc", LoginDesk.PASSWORD);
    var late = phone.get(asked(half));
    desk.pass(Duration.ofMinutes(5));
    refuses(half, late);

    var first = phone.get(asked(half));
    var second = phone.get(asked(half));
    refuses(half, first);
    // A refused answer has used the question up.
    refuses(half, second);
    enter(half, phone.get(asked(half)));
  }

  @Test
  void anotherPersonsPasskeyIsRefused() {
    var hoa = desk.account("hoa", Role.APPROVER);
    var hers = new SoftAuthenticator(LoginDesk.PUBLIC_URL);
    var login = desk.login("hoa", LoginDesk.PASSWORD);
    desk.passkeys.offer(hoa, login, "Của Hoa");
    desk.passkeys.add(hoa, login, hers.create(offered(hoa, login)));

    var half = desk.login("duc", LoginDesk.PASSWORD);
    refuses(half, hers.get(asked(half)));
    assertThat(desk.told(LoginFailed.class).getLast())
        .extracting(LoginFailed::accountId, LoginFailed::why)
        .containsExactly(duc.id(), Why.WRONG_PASSKEY);

    // Also when somebody has written in the database that it is his.
    desk.jdbc
        .sql("update passkey set account_id = :duc where label = 'Của Hoa'")
        .param("duc", duc.id())
        .update();
    refuses(half, hers.get(asked(half)));
  }

  @Test
  void aKeyNobodyAddedIsRefused() {
    var stranger = new SoftAuthenticator(LoginDesk.PUBLIC_URL);
    var half = desk.login("duc", LoginDesk.PASSWORD);

    refuses(half, stranger.get(asked(half)));
  }

  @Test
  void theDeviceMustKnowThePersonAndThePageMustBeOurs() {
    var half = desk.login("duc", LoginDesk.PASSWORD);
    phone.verifies = false;
    refuses(half, phone.get(asked(half)));
    phone.verifies = true;
    phone.origin = "https://lantoa.example.vn.evil.example";
    refuses(half, phone.get(asked(half)));
    phone.origin = LoginDesk.PUBLIC_URL;
    refuses(half, phone.get(asked(half).replace("lantoa.example.vn", "evil.example")));
    enter(half, phone.get(asked(half)));

    var login = desk.login("duc", LoginDesk.PASSWORD);
    desk.passkeys.offer(duc, login, "Máy tính");
    var careless = new SoftAuthenticator(LoginDesk.PUBLIC_URL);
    careless.verifies = false;
    assertThat(why(() -> desk.passkeys.add(duc, login, careless.create(offered(duc, login)))))
        .isEqualTo("passkey.refused");
  }

  @Test
  void aCopiedKeyIsNoticedByItsCounter() {
    var half = desk.login("duc", LoginDesk.PASSWORD);
    phone.counter = 7;
    enter(half, phone.get(asked(half)));
    phone.counter = 3;
    var next = desk.login("duc", LoginDesk.PASSWORD);

    assertThat(why(() -> enter(next, phone.get(asked(next))))).isEqualTo("login.passkey-copied");
    assertThat(desk.told(LoginFailed.class).getLast().why()).isEqualTo(Why.COPIED_PASSKEY);
    assertThat(desk.sessions.standing(next.sessionId())).isEqualTo(LoginSessions.Standing.HALF);
  }

  @Test
  void aKeyThatIsOnSeveralDevicesDoesNotCount() {
    for (int login = 0; login < 2; login++) {
      var half = desk.login("duc", LoginDesk.PASSWORD);
      phone.counter = -1;
      enter(half, phone.get(asked(half)));
    }
  }

  @Test
  void whatIsRemovedIsRefused() {
    var tablet = new SoftAuthenticator(LoginDesk.PUBLIC_URL);
    assertThat(add(tablet, "Máy tính bảng")).isEmpty();
    var half = desk.login("duc", LoginDesk.PASSWORD);
    var newest = desk.passkeys.of(duc.id()).getFirst();
    assertThat(newest.label()).isEqualTo("Máy tính bảng");

    desk.passkeys.remove(duc.id(), newest.id());

    refuses(half, tablet.get(asked(half)));
    enter(half, phone.get(asked(half)));
  }

  @Test
  void aResetOfThePasswordLeavesThem() {
    desk.accounts.resetPassword(duc.id(), "tam-thoi-1234", duc.actor());

    var half = desk.login("duc", "tam-thoi-1234");
    assertThat(desk.sessions.standing(half.sessionId())).isEqualTo(LoginSessions.Standing.HALF);
    enter(half, phone.get(asked(half)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "null",
        "[]",
        "{}",
        "{\"id\":\"%%%\",\"rawId\":7,\"response\":[]}",
        "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{},\"clientExtensionResults\":{}}",
        "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"AAAA\","
            + "\"attestationObject\":\"oA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}"
      })
  void whatIsNoAnswerIsRefused(String text) {
    var half = desk.login("duc", LoginDesk.PASSWORD);
    asked(half);
    refuses(half, text);
    asked(half);
    refuses(half, "[".repeat(7_000));

    var login = desk.login("duc", LoginDesk.PASSWORD);
    desk.passkeys.offer(duc, login, "Máy tính");
    assertThat(why(() -> desk.passkeys.add(duc, login, text))).isEqualTo("passkey.refused");
  }

  private List<String> add(SoftAuthenticator device, String label) {
    var login = desk.login("duc", LoginDesk.PASSWORD);
    desk.passkeys.offer(duc, login, label);
    return desk.passkeys.add(duc, login, device.create(offered(duc, login)));
  }

  private String offered(Account who, Ticket login) {
    return desk.passkeys.offered(who, login).orElseThrow();
  }

  private String asked(Ticket half) {
    return desk.passkeys.ask(half).orElseThrow();
  }

  private void enter(Ticket half, String answer) {
    desk.logins.completeByPasskey(half, answer, LoginDesk.from("10.0.0.7"));
  }

  private void refuses(Ticket half, String answer) {
    assertThat(why(() -> enter(half, answer))).isEqualTo("login.passkey-wrong");
  }

  private static String why(ThrowingCallable act) {
    var thrown = new Refusal[1];
    assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> thrown[0] = refusal);
    return thrown[0].key();
  }
}
