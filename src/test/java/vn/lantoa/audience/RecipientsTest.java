package vn.lantoa.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
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

class RecipientsTest {

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create());
  private final OrgExamples org = OrgExamples.in(jdbc);
  private final Consents consents = AudienceExamples.consents(jdbc);
  private final Segments segments = AudienceExamples.segments(jdbc);
  private final Recipients recipients = AudienceExamples.recipients(jdbc);

  @Test
  void anOptOutIsForEveryChannelAndAnOptInLiftsIt() {
    recipients.put(person("An", "+84912345678", "an@example.vn", "phiếu"), Actor.SYSTEM);
    var segment = new Segment(org.commune().id(), Set.of());
    long id = find("An").id();

    consents.optOut(id, "điện thoại", Actor.SYSTEM);
    assertThat(segments.reach(segment, Purpose.NOTICE).values())
        .allMatch(reach -> reach.messages() == 0);

    consents.optIn(
        id,
        ConsentProof.spoken("gặp trực tiếp"),
        new Scope(List.of(org.department().id()), false),
        Actor.SYSTEM);
    assertThat(segments.reach(segment, Purpose.NOTICE)).hasSize(2);
    assertThat(segments.reach(segment, Purpose.NOTICE).values())
        .allMatch(reach -> reach.messages() == 1);
  }

  @Test
  void aSharedTelephoneCountsOnceAndNobodyWithoutConsent() {
    for (var name : new String[] {"Mẹ", "Con"}) {
      recipients.put(person(name, "+84912345678", "", "phiếu"), Actor.SYSTEM);
    }
    recipients.put(person("Khách", "+84912345679", "", ""), Actor.SYSTEM);

    var reach =
        segments.reach(new Segment(org.department().id(), Set.of("phu-huynh")), Purpose.NOTICE);

    assertThat(reach).containsEntry(Channel.SMS, new Segments.Reach(1, 2, 1));
  }

  @Test
  void weighingSaysWhatPuttingDoesAndChangesNothing() {
    var an = person("An", "+84912345671", "an@example.vn", "phiếu");
    var binh = person("Bình", "+84912345672", "", "phiếu");
    var cuc = person("Cúc", "+84912345673", "", "");
    recipients.putAll(List.of(an, binh, cuc), Scope.NAMED_UNIT, Actor.SYSTEM);
    recipients.remove(find("Binh").id());
    consents.optOut(find("An").id(), "gọi điện", Actor.SYSTEM);
    var given =
        List.of(
            person("An", "+84912345671", "", ""),
            binh,
            person("Cúc", "+84912345673", "cuc@example.vn", ""),
            person("Dung", "+84912345674", "", ""));

    var weighed = recipients.weigh(given, Scope.NAMED_UNIT);
    assertThat(recipients.count(org.department().id())).isEqualTo(2);
    var put = recipients.putAll(given, Scope.NAMED_UNIT, Actor.SYSTEM);

    assertThat(weighed)
        .containsExactly(
            new Weighed(Put.UNCHANGED, true, false),
            new Weighed(Put.RETURNED, false, false),
            new Weighed(Put.CHANGED, false, false),
            new Weighed(Put.ADDED, false, false))
        .isEqualTo(put);
    assertThat(recipients.count(org.department().id())).isEqualTo(4);
    // What the second file does not say of An, it does not take away.
    assertThat(find("An").contactPoints()).hasSize(2);
  }

  @Test
  void oneWhoIsRemovedIsNowhereUntilHeComesBack() {
    recipients.put(person("An", "+84912345671", "", "phiếu"), Actor.SYSTEM);
    long id = find("An").id();

    recipients.remove(id);
    assertThat(recipients.find(id)).isEmpty();
    assertThat(recipients.findRemoved(id)).isPresent();
    assertThat(segments.size(new Segment(org.department().id(), Set.of()))).isZero();

    recipients.restore(id);
    assertThat(recipients.find(id)).isPresent();
    assertThat(find("An").contactPoints())
        .singleElement()
        .matches(point -> point.consentAt() != null);
  }

  @Test
  void whoIsChangedGivesUpWhatIsLeftOutAndKeepsTheConsentOfWhatStays() {
    recipients.put(person("An", "+84912345671", "an@example.vn", "phiếu"), Actor.SYSTEM);
    recipients.put(person("Bình", "+84912345672", "", ""), Actor.SYSTEM);
    long id = find("An").id();

    recipients.change(id, person("Trần An", "+84912345671", "", ""), Actor.SYSTEM);

    assertThat(recipients.find(id).orElseThrow())
        .satisfies(an -> assertThat(an.name()).isEqualTo("Trần An"))
        .satisfies(an ->
            assertThat(an.contactPoints())
                .singleElement()
                .matches(point -> point.consentAt() != null));
    // The next file with the new name finds the same person.
    assertThat(
            recipients.weigh(List.of(person("Trần An", "+84912345671", "", "")), Scope.NAMED_UNIT))
        .containsExactly(new Weighed(Put.UNCHANGED, false, false));
    assertThatThrownBy(
            () -> recipients.change(id, person("Bình", "+84912345672", "", ""), Actor.SYSTEM))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("people.taken"));
  }

  private Recipient find(String name) {
    return recipients.search(org.department().id(), name, 0, 1).getFirst();
  }

  private NewRecipient person(String name, String phone, String email, String consent) {
    var addresses = new HashMap<>(Map.of(Channel.SMS, phone));
    if (!email.isEmpty()) {
      addresses.put(Channel.EMAIL, email);
    }
    return new NewRecipient(org.school().id(), name, "phu-huynh", "", addresses, consent);
  }
}
