package vn.lantoa.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.common.Refusal;
import vn.lantoa.security.Account;
import vn.lantoa.security.Role;

/// What a person does about his own passkeys, and what others may.
class OwnPasskeysTest {

  private final LoginDesk desk = new LoginDesk();
  private final SoftAuthenticator phone = new SoftAuthenticator(LoginDesk.PUBLIC_URL);
  private Account duc;
  private Ticket here;
  private List<String> recovery;

  @BeforeEach
  void added() {
    duc = desk.account("duc", Role.APPROVER);
    here = desk.login("duc", LoginDesk.PASSWORD);
    desk.passkeys.offer(duc, here, "Điện thoại");
    recovery = desk.passkeys.add(duc, here, phone.create(offered(duc, here)));
  }

  @Test
  void nobodyTouchesAnothersAndNoneIsWithoutAName() {
    var hoa = desk.account("hoa", Role.APPROVER);
    long id = desk.passkeys.of(duc.id()).getFirst().id();

    assertThat(why(() -> desk.passkeys.rename(hoa.id(), id, "Của tôi")))
        .isEqualTo("passkey.unknown");
    assertThat(why(() -> desk.passkeys.remove(hoa.id(), id))).isEqualTo("passkey.unknown");
    assertThat(why(() -> desk.passkeys.rename(duc.id(), id, "  "))).isEqualTo("passkey.nameless");
    desk.passkeys.rename(duc.id(), id, " Máy cơ quan ");
    assertThat(desk.passkeys.of(duc.id()).getFirst().label()).isEqualTo("Máy cơ quan");
  }

  @Test
  void aPasskeyIsAddedOnceAndOnlyInTheLoginThatBeganIt() {
    var login = desk.login("duc", LoginDesk.PASSWORD);
    var other = desk.login("duc", LoginDesk.PASSWORD);
    desk.passkeys.offer(duc, login, "Lần nữa");
    var answer = phone.create(offered(duc, login));

    assertThat(offered(duc, login)).contains("excludeCredentials", "\"userVerification\":\"req");
    assertThat(desk.passkeys.offered(duc, other)).isEmpty();
    assertThat(why(() -> desk.passkeys.add(duc, other, answer))).isEqualTo("passkey.refused");
    assertThat(why(() -> desk.passkeys.add(duc, login, answer))).isEqualTo("passkey.known");
    assertThat(why(() -> desk.passkeys.add(duc, login, answer))).isEqualTo("passkey.refused");
    assertThat(desk.passkeys.of(duc.id())).hasSize(1);
  }

  @Test
  void tenAreEnough() {
    var login = desk.login("duc", LoginDesk.PASSWORD);
    for (int more = 1; more < 10; more++) {
      var device = new SoftAuthenticator(LoginDesk.PUBLIC_URL);
      desk.passkeys.offer(duc, login, "Khóa " + more);
      desk.passkeys.add(duc, login, device.create(offered(duc, login)));
    }

    assertThat(why(() -> desk.passkeys.offer(duc, login, "Thừa"))).isEqualTo("passkey.too-many");
  }

  @Test
  void recoveryCodesComeWithTheFirstFactorAndGoWithTheLast() {
    assertThat(recovery).hasSize(10);
    desk.factors.offer(duc);
    var secret = desk.factors.offered(duc).orElseThrow().secret();
    assertThat(desk.factors.prove(duc, LoginExamples.code(secret, desk.now))).isEmpty();
    assertThat(desk.factors.accept(duc.id(), recovery.getFirst())).isTrue();

    desk.factors.removeApp(duc.id());
    assertThat(desk.factors.recoveryCodesLeft(duc.id())).isEqualTo(9);
    assertThat(desk.factors.accept(duc.id(), recovery.get(1))).isTrue();
    desk.passkeys.remove(duc.id(), desk.passkeys.of(duc.id()).getFirst().id());

    assertThat(desk.factors.has(duc.id())).isFalse();
    assertThat(desk.factors.recoveryCodesLeft(duc.id())).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "https://lantoa.example.vn, true",
    "HTTPS://Lantoa.Example.vn:443, true",
    "lantoa.example.vn, false",
    "https://lantoa.example.vn:8443/, true",
    "http://localhost:8080, true",
    "http://lantoa.example.vn, false",
    "https://203.0.113.7, false",
    "http://127.0.0.1:8080, false",
    "https://[2001:db8::7], false"
  })
  void browsersUseThemUnderANameAndHttps(URI publicUrl, boolean possible) {
    assertThat(new RelyingParty(publicUrl).isPossible()).isEqualTo(possible);
  }

  @Test
  void theOfferIsForOurNameAndSaysNothingOfTheAccountsNumber() {
    var login = desk.login("duc", LoginDesk.PASSWORD);
    desk.passkeys.offer(duc, login, "Máy tính");

    assertThat(offered(duc, login))
        .contains("\"rp\":{\"id\":\"lantoa.example.vn\"")
        .containsPattern("\"user\":\\{[^}]*\"id\":\"[\\w-]{43}\"")
        .doesNotContain(":null");
  }

  @Test
  void anAdministratorTakesAllOfThemOff() {
    desk.factors.remove(duc.id());

    assertThat(desk.passkeys.of(duc.id())).isEmpty();
    assertThat(desk.factors.accept(duc.id(), recovery.getFirst())).isFalse();
    var login = desk.login("duc", LoginDesk.PASSWORD);
    assertThat(desk.sessions.standing(login.sessionId())).isEqualTo(LoginSessions.Standing.WHOLE);
  }

  private String offered(Account who, Ticket login) {
    return desk.passkeys.offered(who, login).orElseThrow();
  }

  private static String why(ThrowingCallable act) {
    var thrown = new Refusal[1];
    assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> thrown[0] = refusal);
    return thrown[0].key();
  }
}
