package vn.lantoa.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Refusal;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.org.OrgExamples;
import vn.lantoa.security.Account.Grant;

class AccessTest {

  private static final String PASSWORD = "mot mat khau dai";

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create());
  private final OrgExamples org = OrgExamples.in(jdbc);
  private final InstantSource clock = () -> Instant.parse("2026-11-21T02:00:00Z");
  private final Accounts accounts =
      SecurityExamples.accounts(jdbc, org.units(), SecurityExamples.quickHashing(), clock, _ -> {});
  private final Access access = new UnitAccess(org.units());

  @Test
  void aRoleReachesItsUnitAndBelowAndNothingElse() {
    var officer = account(Role.OFFICER);

    assertThat(access.may(officer, Permission.PLAN_CAMPAIGNS, org.commune().id())).isTrue();
    assertThat(access.may(officer, Permission.PLAN_CAMPAIGNS, org.school().id())).isTrue();
    assertThat(access.may(officer, Permission.PLAN_CAMPAIGNS, org.department().id())).isFalse();
    assertThat(access.may(officer, Permission.PLAN_CAMPAIGNS, org.otherSchool().id())).isFalse();
    assertThat(access.may(officer, Permission.APPROVE_CAMPAIGNS, org.school().id())).isFalse();
    assertThatThrownBy(
            () -> access.require(officer, Permission.READ_PEOPLE, org.otherSchool().id()))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void whoHoldsARoleIsFoundFromTheUnitsItReaches() {
    var officer = account(Role.OFFICER);

    assertThat(accounts.holdingAtTheTop(Role.OFFICER)).isEmpty();
    assertThat(accounts.holding(Role.OFFICER, org.commune().id())).containsExactly(officer.id());
    assertThat(accounts.holding(Role.OFFICER, org.school().id())).containsExactly(officer.id());
    assertThat(accounts.holding(Role.OFFICER, org.department().id())).isEmpty();
    assertThat(accounts.holding(Role.OFFICER, org.otherSchool().id())).isEmpty();
    assertThat(accounts.holding(Role.APPROVER, org.school().id())).isEmpty();
    accounts.setActive(officer.id(), false);
    assertThat(accounts.holding(Role.OFFICER, org.commune().id())).isEmpty();
  }

  @Test
  void anAccountSwitchedOffMayNothing() {
    var officer = account(Role.OFFICER);

    accounts.setActive(officer.id(), false);

    assertThat(access.may(accounts.get(officer.id()), Permission.PLAN_CAMPAIGNS, org.school().id()))
        .isFalse();
  }

  @Test
  void refusesTakenNames() {
    account(Role.OFFICER);

    assertThatThrownBy(() -> account(Role.ADMIN))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.key()).isEqualTo("account.username-taken"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a b", "-x", "lan\u202E", "\u00E2n", ""})
  void refusesNamesThatCannotBeTyped(String username) {
    var grants = List.of(new Grant(Role.OFFICER, org.commune().id()));

    assertThatThrownBy(() -> accounts.add(username, "Lan", null, PASSWORD, false, grants))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.key()).isEqualTo("account.username-characters"));
  }

  private Account account(Role role) {
    return accounts.add(
        "Lan", "Lan", null, PASSWORD, false, List.of(new Grant(role, org.commune().id())));
  }
}
