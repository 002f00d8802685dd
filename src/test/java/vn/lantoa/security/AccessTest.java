package vn.lantoa.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import vn.lantoa.common.Refusal;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.org.OrgExamples;
import vn.lantoa.security.Account.Grant;

class AccessTest {

  private static final String PASSWORD = "mot mat khau dai";

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create());
  private final OrgExamples org = OrgExamples.in(jdbc);
  private final LoginConfiguration logins = new LoginConfiguration();
  private Instant now = Instant.parse("2026-11-21T02:00:00Z");
  private final InstantSource clock = () -> now;
  private final Accounts accounts = new JdbcAccounts(jdbc, logins.passwordEncoder(), org.units());
  private final Access access = new UnitAccess(org.units());

  @Test
  void aRoleReachesItsUnitAndBelowAndNothingElse() {
    var officer = account(Role.OFFICER);

    assertThat(access.may(officer, Role.OFFICER, org.commune().id())).isTrue();
    assertThat(access.may(officer, Role.OFFICER, org.school().id())).isTrue();
    assertThat(access.may(officer, Role.OFFICER, org.department().id())).isFalse();
    assertThat(access.may(officer, Role.OFFICER, org.otherSchool().id())).isFalse();
    assertThat(access.may(officer, Role.APPROVER, org.school().id())).isFalse();
    assertThatThrownBy(() -> access.requireSight(officer, org.otherSchool().id()))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void whoHoldsARoleIsFoundFromTheUnitsItReaches() {
    var officer = account(Role.OFFICER);

    assertThat(accounts.holding(Role.OFFICER)).containsExactly(officer.id());
    assertThat(accounts.holding(Role.OFFICER, org.commune().id())).containsExactly(officer.id());
    assertThat(accounts.holding(Role.OFFICER, org.school().id())).containsExactly(officer.id());
    assertThat(accounts.holding(Role.OFFICER, org.department().id())).isEmpty();
    assertThat(accounts.holding(Role.OFFICER, org.otherSchool().id())).isEmpty();
    assertThat(accounts.holding(Role.APPROVER, org.school().id())).isEmpty();
    accounts.setActive(officer.id(), false);
    assertThat(accounts.holding(Role.OFFICER)).isEmpty();
  }

  @Test
  void anAccountSwitchedOffMayNothing() {
    var officer = account(Role.OFFICER);

    accounts.setActive(officer.id(), false);

    assertThat(access.may(accounts.get(officer.id()), Role.OFFICER, org.school().id())).isFalse();
  }

  @Test
  void refusesShortPasswordsAndTakenNames() {
    account(Role.OFFICER);

    assertThatThrownBy(() -> account(Role.ADMIN))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.key()).isEqualTo("account.username-taken"));
    assertThatThrownBy(() -> accounts.changePassword(1, "ngan", false))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.key()).isEqualTo("account.password-short"));
  }

  @Test
  void wrongPasswordsMakeTheAccountWaitLongerEachTime() {
    account(Role.OFFICER);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> login("lan", "sai")).isInstanceOf(BadCredentialsException.class);
    }

    assertThatThrownBy(() -> login("lan", PASSWORD))
        .isInstanceOfSatisfying(
            TooManyTries.class,
            refused -> assertThat(refused.waitFor()).isEqualTo(Duration.ofMinutes(1)));
    now = now.plus(Duration.ofMinutes(1)).plusSeconds(1);
    assertThatThrownBy(() -> login("lan", "sai")).isInstanceOf(BadCredentialsException.class);
    assertThatThrownBy(() -> login("lan", PASSWORD))
        .isInstanceOfSatisfying(
            TooManyTries.class,
            refused -> assertThat(refused.waitFor()).isEqualTo(Duration.ofMinutes(2)));
    now = now.plus(Duration.ofMinutes(3));
    login("lan", PASSWORD);
    assertThatThrownBy(() -> login("lan", "sai")).isInstanceOf(BadCredentialsException.class);
    login("LAN", PASSWORD);
  }

  @Test
  void aStrangerLearnsNothingAboutNames() {
    assertThatThrownBy(() -> login("khong-co", "sai"))
        .isInstanceOf(BadCredentialsException.class)
        .hasMessage("refused");
  }

  private final org.springframework.security.authentication.AuthenticationProvider provider =
      logins.authenticationProvider(
          logins.userDetailsService(jdbc),
          logins.passwordEncoder(),
          new LoginThrottle(jdbc, clock));

  private void login(String username, String password) {
    provider.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, password));
  }

  private Account account(Role role) {
    return accounts.add(
        "Lan", "Lan", null, PASSWORD, false, List.of(new Grant(role, org.commune().id())));
  }
}
