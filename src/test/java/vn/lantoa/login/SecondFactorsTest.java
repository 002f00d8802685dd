package vn.lantoa.login;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.common.Refusal;
import vn.lantoa.security.Account;
import vn.lantoa.security.Role;

class SecondFactorsTest {

  private final LoginDesk desk = new LoginDesk();
  private Account duc;
  private String secret;
  private List<String> recovery;

  @BeforeEach
  void proved() {
    duc = desk.account("duc", Role.APPROVER);
    desk.factors.offer(duc);
    secret = desk.factors.offered(duc).orElseThrow().secret();
    recovery = desk.factors.prove(duc, code());
    desk.pass(Duration.ofMinutes(2));
  }

  /// RFC 6238, appendix B: the last six of its eight digits.
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037"
  })
  void makesTheCodesOfTheStandard(long second, String code) {
    var key = "12345678901234567890".getBytes(US_ASCII);

    assertThat(Authenticator.step(key, code, Instant.ofEpochSecond(second))).hasValue(second / 30);
  }

  @Test
  void aCodeIsGoodOnceAndHalfAMinuteEarlyOrLate() {
    var code = code();

    assertThat(desk.factors.accept(duc.id(), code.substring(0, 3) + " " + code.substring(3)))
        .isTrue();
    assertThat(desk.factors.accept(duc.id(), code)).isFalse();
    desk.pass(Duration.ofMinutes(2));
    var late = code();
    desk.pass(Duration.ofSeconds(30));
    assertThat(desk.factors.accept(duc.id(), late)).isTrue();
    desk.pass(Duration.ofMinutes(2));
    var old = code();
    desk.pass(Duration.ofSeconds(60));
    assertThat(desk.factors.accept(duc.id(), old)).isFalse();
  }

  @Test
  void ofTwoAtOnceWithOneCodeOneGetsIn() throws Exception {
    var code = code();
    Callable<Boolean> one = () -> desk.factors.accept(duc.id(), code);
    try (var threads = Executors.newFixedThreadPool(8)) {
      var answers = threads.invokeAll(java.util.Collections.nCopies(8, one));

      assertThat(answers).filteredOn(answer -> answer.resultNow()).hasSize(1);
    }
  }

  @Test
  void eachRecoveryCodeIsGoodOnceAndForItsAccountOnly() {
    var hoa = desk.account("hoa", Role.APPROVER);

    assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
    assertThat(desk.factors.accept(hoa.id(), recovery.getFirst())).isFalse();
    assertThat(desk.factors.accept(duc.id(), recovery.getFirst().replace("-", "").toUpperCase()))
        .isTrue();
    assertThat(desk.factors.accept(duc.id(), recovery.getFirst())).isFalse();
    assertThat(desk.factors.recoveryCodesLeft(duc.id())).isEqualTo(9);
    desk.factors.renewRecoveryCodes(duc.id());
    assertThat(desk.factors.accept(duc.id(), recovery.get(1))).isFalse();
  }

  @Test
  void theDatabaseKeepsNeitherSecretNorCodes() {
    var kept =
        desk.jdbc
            .sql(
                """
                select string_agg(encode(secret, 'escape'), '') || (select string_agg(encode(hash, 'escape'), '')
                  from recovery_code) from second_factor
                """)
            .query(String.class)
            .single();

    assertThat(kept).doesNotContain(secret.replace(" ", "")).doesNotContain(recovery);
    // One person's row is worth nothing to another.
    var hoa = desk.account("hoa", Role.APPROVER);
    desk.jdbc
        .sql(
            "insert into second_factor (account_id, secret, proved_at) select :hoa, secret, proved_at from second_factor")
        .param("hoa", hoa.id())
        .update();
    assertThat(desk.factors.accept(hoa.id(), code())).isFalse();
  }

  @Test
  void isDemandedOfWhoApprovesAdministersOrRunsTheMachine() {
    assertThat(desk.factors.isMissing(duc)).isFalse();
    assertThat(desk.factors.isMissing(desk.account("hoa", Role.APPROVER))).isTrue();
    assertThat(desk.factors.isMissing(desk.account("huy", Role.ADMIN))).isTrue();
    assertThat(desk.factors.isMissing(desk.account("van", Role.OPERATOR))).isTrue();
    assertThat(desk.factors.isMissing(desk.account("lan", Role.OFFICER, Role.SCHOOL))).isFalse();
    desk.factors.remove(duc.id());
    assertThat(desk.factors.isMissing(duc)).isTrue();
    assertThat(desk.factors.accept(duc.id(), recovery.getFirst())).isFalse();
  }

  @Test
  void anOfferChangesNothingForWhoHasOne() {
    desk.factors.offer(duc);

    assertThat(desk.factors.offered(duc)).isEmpty();
    assertThat(desk.factors.accept(duc.id(), code())).isTrue();
    assertThatThrownBy(() -> desk.factors.prove(duc, code())).isInstanceOf(Refusal.class);
  }

  @Test
  void codesCannotBeTriedForLong() {
    var ticket = desk.login("duc", LoginDesk.PASSWORD);
    int tries = 0;
    try {
      for (; tries < 100; tries++) {
        var from = LoginDesk.from("203.0.113." + tries);
        assertThatThrownBy(() -> desk.logins.complete(ticket, "000000", from))
            .isInstanceOfSatisfying(
                Refusal.class, why -> assertThat(why.key()).isEqualTo("login.code-wrong"));
      }
    } catch (AssertionError _) {
      // Another sentence: it has to wait.
    }

    assertThat(tries).isEqualTo(10);
    // The person's own device has tries of its own.
    var mine = new Origin("10.0.0.7", "Firefox", desk.devices.remember("", "duc"));
    desk.logins.complete(ticket, code(), mine);
  }

  private String code() {
    return LoginExamples.code(secret, desk.now);
  }
}
