package vn.lantoa.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Refusal;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.org.OrgExamples;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Grants.Wanted;

/// Roles with a beginning and an end, and people who stand in for others.
class GrantsTest {

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create());
  private final OrgExamples org = OrgExamples.in(jdbc);
  private final Accounts accounts =
      SecurityExamples.accounts(
          jdbc, org.units(), SecurityExamples.quickHashing(), Instant::now, _ -> {});
  private final Grants grants = new JdbcGrants(jdbc, org.units(), _ -> {});
  private final Access access = new UnitAccess(org.units());
  private final Account admin = account("quan-tri", org.department(), Actor.SYSTEM, Role.ADMIN);
  private final Account officer = account("lan", org.commune(), Actor.SYSTEM, Role.OFFICER);
  private final Account approver = account("duc", org.commune(), Actor.SYSTEM, Role.APPROVER);

  @Test
  void aRoleIsHeldFromItsFirstMomentUntilJustBeforeItsEnd() {
    var now = now();
    give(officer, Role.LEADER, org.commune(), now.plusSeconds(60), now.plusSeconds(120), null);

    assertThat(holds(officer, Role.LEADER)).isFalse();
    clock(Duration.ofSeconds(61));
    assertThat(holds(officer, Role.LEADER)).isTrue();
    clock(Duration.ofSeconds(121));
    assertThat(holds(officer, Role.LEADER)).isFalse();
    assertThat(grants.of(officer.id())).hasSize(2);
  }

  @Test
  void whatIsEndedIsOverAtOnceAndStaysOnRecord() {
    var given = give(officer, Role.LEADER, org.commune(), null, null, null);

    grants.end(given.id(), now(), admin.actor());

    assertThat(holds(officer, Role.LEADER)).isFalse();
    assertThat(grants.of(officer.id())).hasSize(2);
    assertRefused("grant.over", () -> grants.end(given.id(), now(), admin.actor()));
  }

  @Test
  void aSubstituteMayWhatTheOtherMayAsLongAsTheOtherMay() {
    give(officer, Role.APPROVER, org.commune(), null, now().plus(Duration.ofDays(5)), approver);

    var substitute = accounts.get(officer.id());
    var reach = List.of(org.school().id());
    assertThat(access.may(substitute, Permission.APPROVE_CAMPAIGNS, org.school().id())).isTrue();
    assertThat(access.acting(substitute, Permission.APPROVE_CAMPAIGNS, List.copyOf(reach)).name())
        .isEqualTo("lan (thay duc)");
    assertThat(access.acting(substitute, Permission.PLAN_CAMPAIGNS, List.copyOf(reach)).name())
        .isEqualTo("lan");
    var own = grants.of(approver.id()).getFirst();
    grants.end(own.id(), now(), admin.actor());
    assertThat(holds(officer, Role.APPROVER)).isFalse();
  }

  @Test
  void aSubstituteAndThePersonHeStandsInForAreOnePairOfEyes() {
    var second = account("ha", org.commune(), Actor.SYSTEM, Role.APPROVER);
    give(second, Role.OFFICER, org.commune(), null, now().plus(Duration.ofDays(5)), officer);

    assertThat(eyes(second, officer)).isFalse();
    assertThat(eyes(officer, second)).isFalse();
    assertThat(eyes(approver, officer)).isTrue();
    clock(Duration.ofDays(6));
    assertThat(eyes(second, officer)).isTrue();
  }

  @Test
  void whoMadeTheAccountsIsOnePairOfEyesWithThemForADay() {
    var author = account("ma-1", org.commune(), admin.actor(), Role.OFFICER);
    var puppet = account("ma-2", org.commune(), admin.actor(), Role.APPROVER);

    assertThat(eyes(puppet, author)).isFalse();
    assertThat(eyes(puppet, admin)).isFalse();
    assertThat(eyes(puppet, officer)).isTrue();
    clock(Duration.ofHours(25));
    assertThat(eyes(puppet, author)).isTrue();
  }

  /// Another administrator between them makes no second person of one.
  @Test
  void whoMadeWhoMadeTheAccountsIsOnePairOfEyesWithThemForADay() {
    var author = account("ma-1", org.commune(), admin.actor(), Role.OFFICER);
    var between = account("ma-2", org.commune(), admin.actor(), Role.ADMIN);
    var puppet = account("ma-3", org.commune(), between.actor(), Role.APPROVER);
    var own = account("ma-4", org.commune(), between.actor(), Role.OFFICER);

    assertThat(eyes(puppet, author)).isFalse();
    assertThat(eyes(puppet, own)).isFalse();
    assertThat(eyes(puppet, admin)).isFalse();
    assertThat(eyes(admin, own)).isFalse();
    assertThat(eyes(approver, own)).isTrue();
    assertThat(eyes(puppet, officer)).isTrue();
    give(between, Role.APPROVER, org.commune(), null, null, null);
    assertThat(eyes(between, author)).isFalse();
    clock(Duration.ofHours(25));
    assertThat(eyes(puppet, author)).isTrue();
  }

  @Test
  void whoResetsThePasswordOfAnApproverIsOnePairOfEyesWithHimForADay() {
    var author = account("ma-1", org.commune(), admin.actor(), Role.OFFICER);
    clock(Duration.ofDays(30));
    assertThat(eyes(approver, author)).isTrue();

    accounts.resetPassword(approver.id(), "mat khau tam thoi", admin.actor());

    assertThat(eyes(approver, author)).isFalse();
    assertThat(eyes(approver, admin)).isFalse();
    assertThat(eyes(approver, officer)).isTrue();
    clock(Duration.ofDays(32));
    assertThat(eyes(approver, author)).isTrue();
  }

  @Test
  void whoIsMadeApproverIsOnePairOfEyesWithWhoMadeHimOneForADay() {
    give(officer, Role.APPROVER, org.commune(), null, null, null);

    assertThat(eyes(officer, admin)).isFalse();
    clock(Duration.ofHours(25));
    assertThat(eyes(officer, admin)).isTrue();
  }

  @Test
  void nobodyGivesOrTakesRolesOfHisOwn() {
    assertRefused("grant.self", () -> give(admin, Role.APPROVER, org.commune(), null, null, null));
    var own = grants.of(admin.id()).getFirst();
    assertRefused("grant.self", () -> grants.end(own.id(), now(), admin.actor()));
  }

  @Test
  void whatMakesNoSenseIsRefusedWithAReason() {
    var now = now();
    assertRefused(
        "grant.ends-before-it-begins",
        () -> give(officer, Role.LEADER, org.commune(), now, now.minusSeconds(1), null));
    assertRefused(
        "grant.operator-at-the-top",
        () -> give(officer, Role.OPERATOR, org.commune(), null, null, null));
    assertRefused(
        "grant.exists", () -> give(officer, Role.OFFICER, org.commune(), null, null, null));
    assertRefused(
        "grant.substitute-of-himself",
        () -> give(officer, Role.LEADER, org.commune(), null, now.plusSeconds(9), officer));
    assertRefused(
        "grant.substitute-too-long",
        () -> give(officer, Role.APPROVER, org.commune(), null, null, approver));
    assertRefused(
        "grant.substitute-too-long",
        () ->
            give(
                officer,
                Role.APPROVER,
                org.commune(),
                null,
                now.plus(Duration.ofDays(61)),
                approver));
    assertRefused(
        "grant.principal-without-role",
        () ->
            give(
                officer,
                Role.APPROVER,
                org.department(),
                null,
                now.plus(Duration.ofDays(6)),
                approver));
  }

  @Test
  void aSubstituteHandsNothingOn() {
    give(officer, Role.APPROVER, org.commune(), null, now().plus(Duration.ofDays(5)), approver);
    var third = account("ha", org.commune(), Actor.SYSTEM, Role.SCHOOL);

    assertRefused(
        "grant.principal-without-role",
        () ->
            give(
                third,
                Role.APPROVER,
                org.commune(),
                null,
                now().plus(Duration.ofDays(4)),
                officer));
  }

  @Test
  void theLastOperatorStays() {
    var first = account("may-1", org.department(), Actor.SYSTEM, Role.OPERATOR);
    var second = account("may-2", org.department(), Actor.SYSTEM, Role.OPERATOR);
    grants.end(grants.of(first.id()).getFirst().id(), now(), admin.actor());

    assertRefused(
        "grant.last-operator",
        () -> grants.end(grants.of(second.id()).getFirst().id(), now(), admin.actor()));
  }

  @Test
  void onlyAnOperatorMakesOperators() {
    var operator = account("may", org.department(), Actor.SYSTEM, Role.OPERATOR, Role.ADMIN);
    var wanted = new Grant(Role.OPERATOR, org.department().id());

    assertThat(access.mayGrant(admin, wanted)).isFalse();
    assertThat(access.mayGrant(operator, wanted)).isTrue();
  }

  @Test
  void anOperatorOfAUnitBelowTheTopIsNone() {
    var below = account("duoi", org.commune(), Actor.SYSTEM, Role.OPERATOR);
    var above = account("tren", org.department(), Actor.SYSTEM, Role.OPERATOR);

    assertThat(access.has(below, Permission.OPERATE)).isFalse();
    assertThat(access.has(above, Permission.OPERATE)).isTrue();
  }

  private boolean holds(Account account, Role role) {
    return accounts.get(account.id()).roles().contains(role);
  }

  /// Whether the one may decide on what the other wrote.
  private boolean eyes(Account approver, Account author) {
    return accounts.get(approver.id()).actor().isSecondPairOfEyesFor(author.id());
  }

  private Grants.Term give(
      Account holder,
      Role role,
      OrgUnit unit,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Account principal) {
    var standsInFor = principal == null ? null : principal.id();
    return grants.give(
        new Wanted(holder.id(), role, unit.id(), from, to, standsInFor, ""), admin.actor());
  }

  private static void assertRefused(String key, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }

  /// Puts the database's clock on.
  private void clock(Duration ahead) {
    jdbc.sql("update clock set shift = make_interval(secs => :seconds)")
        .param("seconds", ahead.toSeconds())
        .update();
  }

  private Instant now() {
    return jdbc.sql("select lantoa_now()").query(OffsetDateTime.class).single().toInstant();
  }

  private Account account(String name, OrgUnit unit, Actor by, Role... roles) {
    var wanted = List.of(roles).stream().map(role -> new Grant(role, unit.id())).toList();
    return accounts.add(name, name, null, "mot mat khau dai", false, wanted, by);
  }
}
