package vn.lantoa.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.Recipients.Put;
import vn.lantoa.audience.Recipients.Weighed;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;
import vn.lantoa.common.Refusal;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.org.OrgExamples;

/// Whom another unit knows nobody moves, reads, revives or lets agree.
class PeopleOfOtherUnitsTest {

  private static final String PHONE = "+84912345678";
  private static final Actor ACTOR = new Actor(7L, "Cán bộ");

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create());
  private final OrgExamples org = OrgExamples.in(jdbc);
  private final Consents consents = AudienceExamples.consents(jdbc);
  private final Suppressions suppressions = new JdbcSuppressions(jdbc);
  private final Recipients recipients = AudienceExamples.recipients(jdbc);

  private final Scope own = new Scope(List.of(org.school().id()), false);
  private final Scope department = new Scope(List.of(org.department().id()), false);
  private final Scope moving = new Scope(List.of(org.department().id()), true);

  @Test
  void whoIsKnownElsewhereIsNewAndHisRowThereStaysAsItWas() {
    long theirs = put(org.otherSchool().id(), "An", "phu-huynh", "an@example.vn", "");
    consents.optOut(theirs, "điện thoại", ACTOR);
    var before = recipients.find(theirs).orElseThrow();

    var mine = person(org.school().id(), "An", "giao-vien", "", "Tự nhập");
    assertThat(recipients.weigh(List.of(mine), own))
        .containsExactly(new Weighed(Put.ADDED, false, false));
    recipients.putAll(List.of(mine), own, ACTOR);

    assertThat(recipients.find(theirs)).contains(before);
    assertThat(consents.history(theirs)).noneMatch(Consents.Event::given);
    var found = recipients.search(org.school().id(), "An", 0, 9);
    assertThat(found).hasSize(1);
    // Nothing of what the other unit knows, nor of what was said to it.
    assertThat(found.getFirst().contactPoints())
        .singleElement()
        .satisfies(point -> assertThat(point.suppressed()).isNull());
  }

  @Test
  void whoWasRemovedElsewhereStaysRemoved() {
    long theirs = put(org.otherSchool().id(), "An", "phu-huynh", "", "phiếu");
    recipients.remove(theirs);

    recipients.putAll(List.of(person(org.school().id(), "An", "phu-huynh", "", "")), own, ACTOR);
    recipients.putAll(
        List.of(person(org.commune().id(), "An", "phu-huynh", "", "")), department, ACTOR);

    assertThat(recipients.findRemoved(theirs)).isPresent();
  }

  @Test
  void withinTheScopeHeIsBroughtUpToDateAndStaysUnlessHeIsToMove() {
    long known = put(org.otherSchool().id(), "An", "phu-huynh", "", "");
    var given = person(org.school().id(), "An", "giao-vien", "", "");

    assertThat(recipients.weigh(List.of(given), department))
        .containsExactly(new Weighed(Put.CHANGED, false, true));
    recipients.putAll(List.of(given), department, ACTOR);
    assertThat(recipients.find(known).orElseThrow())
        .matches(an -> an.unitId() == org.otherSchool().id())
        .matches(an -> an.audience().equals("giao-vien"));

    recipients.putAll(List.of(given), moving, ACTOR);
    assertThat(recipients.find(known).orElseThrow().unitId()).isEqualTo(org.school().id());
    assertThat(recipients.count(org.department().id())).isEqualTo(1);
  }

  @Test
  void eachUnitFindsItsOwnFirst() {
    long here = put(org.school().id(), "An", "giao-vien", "", "");
    long there = put(org.otherSchool().id(), "An", "phu-huynh", "", "");

    recipients.putAll(
        List.of(
            person(org.otherSchool().id(), "An", "phu-huynh", "an@example.vn", ""),
            person(org.school().id(), "An", "nhan-vien", "", "")),
        moving,
        ACTOR);

    assertThat(recipients.find(here).orElseThrow().audience()).isEqualTo("nhan-vien");
    assertThat(recipients.find(there).orElseThrow().contactPoints()).hasSize(2);
    assertThat(recipients.count(org.department().id())).isEqualTo(2);
  }

  @Test
  void consentIsWrittenDownForTheChannelsThatWereGivenAndNoOthers() {
    long an = put(org.school().id(), "An", "phu-huynh", "an@example.vn", "");

    recipients.putAll(
        List.of(person(org.school().id(), "An", "phu-huynh", "", "Phiếu")), own, ACTOR);

    assertThat(consents.history(an))
        .singleElement()
        .matches(event -> event.given() && event.channel().equals(Channel.SMS));
  }

  @Test
  void whatThePersonRefusedOnlyThePersonTakesBack() {
    long an = put(org.school().id(), "An", "phu-huynh", "", "phiếu");
    suppressions.suppress(Channel.SMS, PHONE, SuppressionReason.OPT_OUT, "link", Actor.SYSTEM);

    assertRefused(() -> consents.optIn(an, ConsentProof.spoken("đơn"), department, ACTOR));
    recipients.putAll(
        List.of(person(org.school().id(), "An", "phu-huynh", "", "Phiếu mới")), own, ACTOR);
    assertThat(suppressions.reasonFor(Channel.SMS, PHONE)).isPresent();
    assertThat(consents.refusals(an, department))
        .singleElement()
        .matches(refused -> !refused.liftable() && refused.source().isEmpty());

    assertThat(suppressions.takeBack(Channel.SMS, PHONE, "link")).isTrue();
    assertThat(suppressions.reasonFor(Channel.SMS, PHONE)).isEmpty();
  }

  /// An officer wrote another unit's people down as refusing, under a name of his own invention.
  @Test
  void whatStaffWroteDownHoldsForTheirPeopleOnly() {
    long theirs = put(org.otherSchool().id(), "An", "phu-huynh", "", "phiếu");
    long mine = put(org.school().id(), "An", "phu-huynh", "", "phiếu");
    consents.optOut(theirs, "điện thoại", ACTOR);

    assertThat(reached(org.school().id())).isEqualTo(1);
    assertThat(reached(org.otherSchool().id())).isZero();
    assertThat(consents.refusals(mine, own)).isEmpty();

    // Both wrote one down: each takes back its own.
    consents.optOut(mine, "điện thoại", ACTOR);
    assertThat(reached(org.school().id())).isZero();
    consents.optIn(mine, ConsentProof.spoken("đơn"), own, ACTOR);
    assertThat(reached(org.school().id())).isEqualTo(1);
    consents.optIn(theirs, ConsentProof.spoken("đơn"), department, ACTOR);
    assertThat(suppressions.reasonFor(Channel.SMS, PHONE)).isEmpty();
  }

  @Test
  void whatStaffAboveWroteDownOnlyTheyLift() {
    long an = put(org.school().id(), "An", "phu-huynh", "", "phiếu");
    consents.optOut(an, "điện thoại", department, ACTOR);

    assertRefused(() -> consents.optIn(an, ConsentProof.spoken("đơn"), own, ACTOR));
    assertThat(consents.refusals(an, own))
        .singleElement()
        .matches(refused -> !refused.liftable() && !refused.himself());
    // Also for whoever comes to a list below with this address.
    put(org.otherSchool().id(), "Bình", "phu-huynh", "", "phiếu");
    assertThat(reached(org.department().id())).isZero();

    consents.optIn(an, ConsentProof.spoken("đơn"), department, ACTOR);
    assertThat(reached(org.department().id())).isEqualTo(1);
  }

  /// A dead address is dead for everybody, whatever was said about it before.
  @Test
  void whatHoldsEverywhereIsNotHiddenByAWordOfStaff() {
    long theirs = put(org.otherSchool().id(), "An", "phu-huynh", "", "phiếu");
    put(org.school().id(), "An", "phu-huynh", "", "phiếu");
    consents.optOut(theirs, "điện thoại", ACTOR);

    assertThat(
            suppressions.suppress(
                Channel.SMS, PHONE, SuppressionReason.HARD_BOUNCE, "nhà mạng", Actor.SYSTEM))
        .isTrue();
    assertThat(reached(org.school().id())).isZero();
  }

  private long reached(long unit) {
    var reach =
        AudienceExamples.segments(jdbc)
            .reach(new Segment(unit, Set.of()), Purpose.NOTICE)
            .get(Channel.SMS);
    return reach == null ? 0 : reach.messages();
  }

  @Test
  void whoRefusesAgainHimselfTakesBackNoMoreThanThat() {
    long an = put(org.school().id(), "An", "phu-huynh", "", "phiếu");
    consents.optOut(an, "điện thoại", ACTOR);
    suppressions.suppress(Channel.SMS, PHONE, SuppressionReason.OPT_OUT, "link", Actor.SYSTEM);
    assertRefused(() -> consents.optIn(an, ConsentProof.spoken("đơn"), own, ACTOR));

    assertThat(suppressions.takeBack(Channel.SMS, PHONE, "link")).isTrue();
    assertThat(suppressions.reasonFor(Channel.SMS, PHONE)).isPresent();
    consents.optIn(an, ConsentProof.spoken("đơn"), own, ACTOR);
    assertThat(suppressions.reasonFor(Channel.SMS, PHONE)).isEmpty();
  }

  @Test
  void whatIsRefusedOnOneChannelIsAgreedToOnTheOther() {
    long an = put(org.school().id(), "An", "phu-huynh", "an@example.vn", "");
    suppressions.suppress(
        Channel.EMAIL, "an@example.vn", SuppressionReason.OPT_OUT, "link", Actor.SYSTEM);

    consents.optIn(an, ConsentProof.spoken("đơn"), own, ACTOR);

    assertThat(consents.history(an))
        .filteredOn(Consents.Event::given)
        .extracting(Consents.Event::channel)
        .containsOnly(Channel.SMS);
    assertThat(
            AudienceExamples.segments(jdbc)
                .reach(new Segment(org.school().id(), Set.of()), Purpose.NOTICE)
                .get(Channel.EMAIL)
                .messages())
        .isZero();
  }

  private static void assertRefused(Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.key()).isEqualTo("people.refused-himself"));
  }

  private long put(long unit, String name, String audience, String email, String consent) {
    var person = person(unit, name, audience, email, consent);
    recipients.put(person, ACTOR);
    return recipients.byKey(person.key(), unit).orElseThrow();
  }

  private static NewRecipient person(
      long unit, String name, String audience, String email, String consent) {
    var addresses =
        email.isEmpty()
            ? Map.of(Channel.SMS, PHONE)
            : Map.of(Channel.SMS, PHONE, Channel.EMAIL, email);
    return new NewRecipient(unit, name, audience, "", addresses, consent);
  }
}
