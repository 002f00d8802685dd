package vn.lantoa.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Refusal;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.org.OrgExamples;
import vn.lantoa.privacy.PrivacyExamples;

/// Erasing somebody takes back no refusal.
class ForgottenRefusalsTest {

  private static final String PHONE = "+84912345677";
  private static final String LINK = "unsubscribe-link";
  private static final Actor ACTOR = new Actor(7L, "Cán bộ");

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create());
  private final OrgExamples org = OrgExamples.in(jdbc);
  private final Consents consents = AudienceExamples.consents(jdbc);
  private final Suppressions suppressions = new JdbcSuppressions(jdbc);
  private final Recipients recipients = AudienceExamples.recipients(jdbc);
  private final PersonOnLists lists =
      new PersonOnLists(
          jdbc, PrivacyExamples.forgotten(jdbc), AudienceExamples.forgottenRefusals(jdbc));

  private final long here = org.school().id();
  private final Scope school = new Scope(List.of(here), false);
  private final Scope department = new Scope(List.of(org.department().id()), false);

  private long id;

  @BeforeEach
  void agree() {
    id = put(here, "An");
  }

  /// How an address comes to a list.
  private enum Way {
    FORM,
    BATCH,
    EDIT,
    CHANGED_ROW
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void hisOwnWordHoldsWhicheverWayHeComesBack(Way way) {
    refuse();
    erase(id);
    assertThat(jdbc.sql("select count(*) from suppression").query(Long.class).single()).isZero();
    assertThat(kept()).doesNotContain("912345677");

    long anew = bring(way, here);

    assertThat(suppressions.reasonFor(Channel.SMS, PHONE)).contains(SuppressionReason.OPT_OUT);
    assertThat(suppressions.isOpen(Channel.SMS, PHONE)).isFalse();
    assertRefused(() -> consents.optIn(anew, ConsentProof.spoken("đơn"), department, ACTOR));
    assertThat(kept()).isEmpty();

    assertThat(suppressions.takeBack(Channel.SMS, PHONE, LINK)).isTrue();
    assertThat(suppressions.isOpen(Channel.SMS, PHONE)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void whatStaffAboveWroteDownHoldsForTheirPeople(Way way) {
    consents.optOut(id, "An gọi từ 0912 345 677", department, ACTOR);
    erase(id);
    assertThat(kept()).doesNotContain("345 677");

    long anew = bring(way, here);

    assertRefused(() -> consents.optIn(anew, ConsentProof.spoken("đơn"), school, ACTOR));
    assertThat(consents.refusals(anew, school))
        .singleElement()
        .matches(refused -> !refused.liftable() && !refused.himself());
    // Also on another list below them.
    put(org.otherSchool().id(), "Bình");
    assertThat(suppressions.isOpen(Channel.SMS, PHONE)).isFalse();

    consents.optIn(anew, ConsentProof.spoken("đơn"), department, ACTOR);
    assertThat(suppressions.isOpen(Channel.SMS, PHONE)).isTrue();
  }

  @Test
  void whatStaffOfOneUnitWroteDownIsNoneOfAnothers() {
    consents.optOut(id, "điện thoại", school, ACTOR);
    erase(id);
    var there = person(org.otherSchool().id(), "An", PHONE, "phiếu");
    assertThat(recipients.weigh(List.of(there), department).getFirst().suppressed()).isFalse();
    assertThat(
            recipients
                .weigh(List.of(person(here, "An", PHONE, "phiếu")), school)
                .getFirst()
                .suppressed())
        .isTrue();

    recipients.put(there, ACTOR);
    assertThat(suppressions.isOpen(Channel.SMS, PHONE)).isTrue();

    long again = put(here, "An");
    assertThat(consents.refusals(again, school))
        .singleElement()
        .matches(Consents.Refused::liftable);
  }

  @Test
  void twoWordsOfStaffHoldForTheUnitsOfBoth() {
    consents.optOut(id, "điện thoại", school, ACTOR);
    erase(id);
    // While nobody had the address on a list, another unit wrote one down.
    suppression("OPT_OUT", "thư", org.otherSchool().id());

    long anew = put(here, "An");
    long there = put(org.otherSchool().id(), "Bình");

    assertThat(suppressions.isOpen(Channel.SMS, PHONE)).isFalse();
    consents.optIn(anew, ConsentProof.spoken("đơn"), school, ACTOR);
    assertThat(consents.refusals(there, department)).hasSize(1);
    assertThat(consents.refusals(anew, department)).isEmpty();
  }

  @Test
  void hisOwnWordAndOneOfStaffAreTakenBackByWhoSaidThem() {
    consents.optOut(id, "điện thoại", school, ACTOR);
    erase(id);
    refuse();

    long anew = put(here, "An");

    assertRefused(() -> consents.optIn(anew, ConsentProof.spoken("đơn"), department, ACTOR));
    assertThat(suppressions.takeBack(Channel.SMS, PHONE, LINK)).isTrue();
    assertThat(suppressions.isOpen(Channel.SMS, PHONE)).isFalse();
    consents.optIn(anew, ConsentProof.spoken("đơn"), school, ACTOR);
    assertThat(suppressions.isOpen(Channel.SMS, PHONE)).isTrue();
  }

  @Test
  void whatNobodyLiftsWinsAndHisOwnWordStaysWithIt() {
    refuse();
    erase(id);
    suppressions.suppress(
        Channel.SMS, PHONE, SuppressionReason.DO_NOT_CALL, "danh sách", Actor.SYSTEM);

    long anew = put(here, "An");

    assertThat(suppressions.reasonFor(Channel.SMS, PHONE)).contains(SuppressionReason.DO_NOT_CALL);
    assertThat(consents.refusals(anew, department))
        .singleElement()
        .matches(Consents.Refused::himself);
    // Erased once more, it is the same.
    erase(anew);
    put(here, "An");
    assertThat(suppressions.takeBack(Channel.SMS, PHONE, LINK)).isTrue();
    assertThat(suppressions.reasonFor(Channel.SMS, PHONE)).contains(SuppressionReason.DO_NOT_CALL);
  }

  @Test
  void whatWasRefusedSinceAndBeforeIsKeptAsOne() {
    consents.optOut(id, "điện thoại", department, ACTOR);
    erase(id);
    refuse();
    // Nobody restored it: the address is a former one of his.
    long other = recipients.byKey(moved("An", "+84912345670").key(), here).orElseThrow();
    jdbc.sql("insert into former (target_kind, target_id, words) values ('PERSON', ?, ?)")
        .param(other)
        .param(PHONE)
        .update();

    erase(other);

    assertThat(jdbc.sql("select count(*) from suppression").query(Long.class).single()).isZero();
    long anew = put(here, "An");
    assertThat(suppressions.takeBack(Channel.SMS, PHONE, LINK)).isTrue();
    assertRefused(() -> consents.optIn(anew, ConsentProof.spoken("đơn"), school, ACTOR));
  }

  @Test
  void whatWasLiftedIsNotKept() {
    refuse();
    suppressions.takeBack(Channel.SMS, PHONE, LINK);

    erase(id);

    assertThat(kept()).isEmpty();
    assertThat(jdbc.sql("select count(*) from suppression").query(Long.class).single()).isZero();
  }

  private NewRecipient moved(String name, String phone) {
    var person = person(here, name, phone, "");
    recipients.put(person, ACTOR);
    return person;
  }

  private long bring(Way way, long unit) {
    var person = person(unit, "An", PHONE, "phiếu mới");
    switch (way) {
      case FORM -> recipients.put(person, ACTOR);
      case BATCH -> recipients.addAll(Stream.of(person), ACTOR);
      case EDIT -> {
        var before = person(unit, "Tên khác", "+84912345671", "phiếu");
        recipients.put(before, ACTOR);
        recipients.change(recipients.byKey(before.key(), unit).orElseThrow(), person, ACTOR);
      }
      case CHANGED_ROW -> {
        var before = new NewRecipient(unit, "An", "phu-huynh", "MA-1", Map.of(), "");
        recipients.put(before, ACTOR);
        recipients.putAll(
            List.of(
                new NewRecipient(
                    unit, "An", "phu-huynh", "MA-1", Map.of(Channel.SMS, PHONE), "phiếu mới")),
            school,
            ACTOR);
        return recipients.byKey(before.key(), unit).orElseThrow();
      }
    }
    return recipients.byKey(person.key(), unit).orElseThrow();
  }

  private void refuse() {
    suppressions.suppress(Channel.SMS, PHONE, SuppressionReason.OPT_OUT, LINK, Actor.SYSTEM);
  }

  private void erase(long person) {
    lists.erase(lists.find(person).orElseThrow());
  }

  private void suppression(String reason, String source, long unit) {
    jdbc.sql(
            """
            insert into suppression (channel, address, reason, source, unit_id, units)
            values ('sms', :address, :reason, :source, :unit, array[:unit::bigint])
            """)
        .param("address", PHONE)
        .param("reason", reason)
        .param("source", source)
        .param("unit", unit)
        .update();
  }

  /// All that the table says.
  private String kept() {
    return String.join(
        "\n", jdbc.sql("select f::text from forgotten_refusal f").query(String.class).list());
  }

  private static void assertRefused(Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.key()).isEqualTo("people.refused-himself"));
  }

  private long put(long unit, String name) {
    var person = person(unit, name, PHONE, "phiếu");
    recipients.put(person, ACTOR);
    return recipients.byKey(person.key(), unit).orElseThrow();
  }

  private static NewRecipient person(long unit, String name, String phone, String consent) {
    return new NewRecipient(unit, name, "phu-huynh", "", Map.of(Channel.SMS, phone), consent);
  }
}
