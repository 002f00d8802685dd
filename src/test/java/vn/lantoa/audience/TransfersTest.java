package vn.lantoa.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.Recipients.Put;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Refusal;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.org.OrgExamples;

/// People who go from one unit to another, and people who are on the lists twice.
class TransfersTest {

  private static final String PHONE = "+84912345678";

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create());
  private final OrgExamples org = OrgExamples.in(jdbc);
  private final Consents consents = AudienceExamples.consents(jdbc);
  private final Recipients recipients = AudienceExamples.recipients(jdbc);
  private final Duplicates duplicates = AudienceExamples.duplicates(jdbc);
  private final Transfers transfers = AudienceExamples.transfers(jdbc);
  private final Scope mine = new Scope(List.of(org.school().id()), false);
  private final Scope theirs = new Scope(List.of(org.otherSchool().id()), false);
  private Actor officer = Actor.SYSTEM;

  @BeforeEach
  void officer() {
    long account =
        jdbc.sql(
                "insert into account (username, name, password_hash) values ('a', 'Cán bộ', 'x') returning id")
            .query(Long.class)
            .single();
    officer = new Actor(account, "Cán bộ");
  }

  @Test
  void somebodyMovesOnlyWhenTheUnitThatHasHimAgreesAndTakesHisHistoryAlong() {
    long an = put(org.otherSchool().id(), "Nguyễn An", "P-1", "phiếu");

    ask("nguyen an", PHONE);
    assertThat(recipients.find(an).orElseThrow().unitId()).isEqualTo(org.otherSchool().id());
    assertThat(transfers.waiting(mine)).isEmpty();
    var request = transfers.waiting(theirs).getFirst();
    assertThat(request.toUnitId()).isEqualTo(org.school().id());

    transfers.answer(request.id(), true, officer);
    assertThat(recipients.find(an).orElseThrow())
        .matches(moved -> moved.unitId() == org.school().id())
        .matches(moved -> moved.contactPoints().getFirst().consentAt() != null);
    assertThat(consents.history(an)).isNotEmpty();
    // The next list of the new unit finds him.
    assertThat(recipients.weigh(List.of(person(org.school().id(), "Nguyễn An", "", "")), mine))
        .allMatch(weighed -> weighed.put() == Put.UNCHANGED);
    assertThatThrownBy(() -> transfers.answer(request.id(), true, officer))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void whoeverAsksLearnsNothingAndOnlyTheExactPersonIsAskedFor() {
    long an = put(org.otherSchool().id(), "An", "", "phiếu");

    ask("An", "+84912345679");
    ask("Bình", PHONE);
    assertThat(transfers.waiting(theirs)).isEmpty();

    ask("An", PHONE);
    ask("An", PHONE);
    assertThat(transfers.waiting(theirs)).hasSize(1);
    transfers.answer(transfers.waiting(theirs).getFirst().id(), false, officer);
    assertThat(recipients.find(an).orElseThrow().unitId()).isEqualTo(org.otherSchool().id());
  }

  @Test
  void whomBothUnitsHaveBecomesOneByTheStricterConsent() {
    long an = put(org.otherSchool().id(), "An", "", "phiếu");
    long known = put(org.school().id(), "An", "", "");
    ask("An", PHONE);

    transfers.answer(transfers.waiting(theirs).getFirst().id(), true, officer);

    assertThat(recipients.find(known)).isEmpty();
    assertThat(recipients.findRemoved(known)).isEmpty();
    assertThat(recipients.find(an).orElseThrow())
        .matches(one -> one.unitId() == org.school().id())
        .matches(one -> one.contactPoints().getFirst().consentAt() == null);
    assertThat(recipients.count(org.department().id())).isEqualTo(1);
  }

  @Test
  void duplicatesAreThoseOfOneNameAndAddressAndKeepTheirRefusals() {
    long coded = put(org.school().id(), "Nguyễn An", "P-1", "phiếu");
    long plain = put(org.school().id(), "NGUYỄN AN", "", "phiếu");
    long mother = put(org.school().id(), "Mẹ", "", "phiếu");
    put(org.otherSchool().id(), "Nguyễn An", "", "phiếu");
    consents.optOut(plain, "điện thoại", officer);

    assertThat(duplicates.within(org.school().id()))
        .singleElement()
        .satisfies(
            group -> assertThat(group).extracting(Recipient::id).containsExactly(coded, plain));
    assertThat(duplicates.within(org.department().id()).getFirst()).hasSize(3);
    assertThatThrownBy(() -> duplicates.merge(coded, mother)).isInstanceOf(Refusal.class);

    duplicates.merge(coded, plain);

    assertThat(duplicates.within(org.school().id())).isEmpty();
    assertThat(recipients.find(coded).orElseThrow().contactPoints())
        .singleElement()
        .matches(point -> point.consentAt() == null && point.suppressed() != null);
    assertThat(consents.history(coded)).anyMatch(event -> !event.given());
    // Nothing brings back who went.
    recipients.put(person(org.school().id(), "NGUYỄN AN", "", ""), officer);
    assertThat(recipients.find(plain)).isEmpty();
  }

  @Test
  void whatOneOfTwoToldHisStaffHoldsWhenTheyAreMadeOne() {
    long above = put(org.department().id(), "Nguyễn An", "", "phiếu");
    long here = put(org.school().id(), "Nguyễn An", "", "phiếu");
    consents.optOut(here, "điện thoại", officer);

    duplicates.merge(above, here);

    assertThat(isRefused(above)).isTrue();
  }

  /// One officer made them one while another wrote down what he said.
  @Test
  void whatIsSaidOfWhoWasJustMadeOneIsSaidOfTheOther() {
    long kept = put(org.school().id(), "Nguyễn An", "P-1", "phiếu");
    long gone = put(org.school().id(), "NGUYỄN AN", "", "phiếu");
    duplicates.merge(kept, gone);

    consents.optOut(gone, "điện thoại", officer);

    assertThat(isRefused(kept)).isTrue();
  }

  /// Who is on the list of another school under the same address told that one, too.
  @Test
  void aRefusalInAnotherUnitIsNoObstacleToWhatHeSaysHere() {
    long here = put(org.school().id(), "Nguyễn An", "", "phiếu");
    long there = put(org.otherSchool().id(), "Nguyễn An", "", "phiếu");
    consents.optOut(here, "điện thoại", mine, officer);
    consents.optOut(there, "điện thoại", theirs, officer);

    assertThat(consents.refusals(here, mine)).allMatch(Consents.Refused::liftable);
    consents.optIn(here, ConsentProof.spoken("gọi điện"), mine, officer);
    assertThat(agreed(here)).isTrue();
    assertThat(isRefused(there)).isTrue();
  }

  @Test
  void whatHeToldTheStaffHoldsHoweverHeComesToAnotherList() {
    long edited = put(org.school().id(), "Nguyễn An", "", "phiếu");
    consents.optOut(edited, "điện thoại", officer);
    recipients.change(edited, person(org.otherSchool().id(), "Nguyễn An", "", ""), officer);
    assertThat(isRefused(edited)).isTrue();

    long imported = put(org.school().id(), "Trần Bình", "", "phiếu", "+84912345999");
    consents.optOut(imported, "điện thoại", officer);
    var list = List.of(person(org.otherSchool().id(), "Trần Bình", "", "phiếu", "+84912345999"));
    recipients.putAll(list, new Scope(List.of(org.department().id()), true), officer);
    assertThat(recipients.find(imported).orElseThrow().unitId()).isEqualTo(org.otherSchool().id());
    assertThat(isRefused(imported)).isTrue();
  }

  /// Under another group he had agreed himself; nobody asked his parents.
  @Test
  void whoTurnsOutToBeAChildNeedsTheConsentOfAParent() {
    long edited = put(org.school().id(), "Nguyễn An", "", "phiếu");
    recipients.change(edited, child("Nguyễn An", PHONE, ""), officer);
    assertThat(agreed(edited)).isFalse();
    assertThat(consents.history(edited).getFirst())
        .matches(event -> !event.given() && event.source().equals(Consents.NOW_A_CHILD));
    recipients.change(edited, child("Nguyễn An", PHONE, "Mẹ ký phiếu"), officer);
    assertThat(agreed(edited)).isTrue();
    recipients.change(edited, child("Nguyễn An", PHONE, ""), officer);
    assertThat(agreed(edited)).isTrue();

    long imported = put(org.school().id(), "Trần Bình", "", "phiếu", "+84912345999");
    recipients.putAll(List.of(child("Trần Bình", "+84912345999", "")), mine, officer);
    assertThat(agreed(imported)).isFalse();
  }

  @Test
  void aChildInheritsNoConsentOfHisDouble() {
    recipients.put(child("Nguyễn An", PHONE, "Mẹ ký phiếu"), officer);
    long child =
        recipients.byKey(child("Nguyễn An", PHONE, "").key(), org.school().id()).orElseThrow();
    var letters = Map.of(Channel.SMS, PHONE, Channel.EMAIL, "an@example.vn");
    var twin =
        new NewRecipient(org.school().id(), "NGUYỄN AN", "nguoi-dan", "P-1", letters, "phiếu");
    recipients.put(twin, officer);

    duplicates.merge(child, recipients.byKey(twin.key(), org.school().id()).orElseThrow());

    assertThat(recipients.find(child).orElseThrow().contactPoints())
        .hasSize(2)
        .allMatch(point -> (point.consentAt() == null) == point.channel().equals(Channel.EMAIL));
  }

  private NewRecipient child(String name, String phone, String consent) {
    return new NewRecipient(
        org.school().id(), name, "hoc-sinh-thcs", "", Map.of(Channel.SMS, phone), consent);
  }

  private boolean agreed(long id) {
    return recipients.find(id).orElseThrow().contactPoints().stream()
        .allMatch(point -> point.consentAt() != null);
  }

  private boolean isRefused(long id) {
    return recipients.find(id).orElseThrow().contactPoints().stream()
        .allMatch(point -> point.suppressed() == SuppressionReason.OPT_OUT);
  }

  private void ask(String name, String phone) {
    transfers.ask(org.school().id(), name, Channel.SMS, phone, mine, officer);
  }

  private long put(long unit, String name, String code, String consent) {
    return put(unit, name, code, consent, PHONE);
  }

  private long put(long unit, String name, String code, String consent, String phone) {
    var person = person(unit, name, code, consent, phone);
    recipients.put(person, officer);
    return recipients.byKey(person.key(), unit).orElseThrow();
  }

  private static NewRecipient person(long unit, String name, String code, String consent) {
    return person(unit, name, code, consent, PHONE);
  }

  private static NewRecipient person(
      long unit, String name, String code, String consent, String phone) {
    return new NewRecipient(unit, name, "phu-huynh", code, Map.of(Channel.SMS, phone), consent);
  }
}
