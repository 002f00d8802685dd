package vn.lantoa.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.org.OrgExamples;

/// Who takes his refusal back has not agreed to anything else by that.
class TakenBackTest {

  private static final String PHONE = "+84912345679";
  private static final String LINK = "unsubscribe-link";
  private static final Actor OFFICER = new Actor(7L, "Cán bộ");

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create());
  private final OrgExamples org = OrgExamples.in(jdbc);
  private final Consents consents = AudienceExamples.consents(jdbc);
  private final Suppressions suppressions = new JdbcSuppressions(jdbc);
  private final Recipients recipients = AudienceExamples.recipients(jdbc);

  private long id;

  @BeforeEach
  void agree() {
    id = put(org.school().id(), "An");
  }

  private long put(long unit, String name) {
    var person = new NewRecipient(unit, name, "phu-huynh", "", Map.of(Channel.SMS, PHONE), "phiếu");
    recipients.put(person, OFFICER);
    return recipients.byKey(person.key(), unit).orElseThrow();
  }

  @Test
  void hisOwnRefusalOpensTheAddressAgain() {
    refuse();
    assertThat(isOpen()).isFalse();

    assertThat(takeBack()).isTrue();

    assertThat(isOpen()).isTrue();
    assertThat(consents.history(id).getFirst().given()).isTrue();
  }

  @Test
  void whatStaffWroteDownStaysAndNobodyIsSaidToHaveAgreed() {
    consents.optOut(id, "điện thoại", OFFICER);
    assertThat(takeBack()).isFalse();

    refuse();
    assertThat(takeBack()).isTrue();

    assertThat(isOpen()).isFalse();
    assertThat(consents.history(id).getFirst().given()).isFalse();
  }

  @Test
  void whatStaffWroteDownAfterwardsStaysToo() {
    refuse();
    consents.optOut(id, "điện thoại", OFFICER);

    assertThat(takeBack()).isTrue();

    assertThat(isOpen()).isFalse();
    assertThat(consents.history(id).getFirst().given()).isFalse();
  }

  /// The address is on the list of another unit as well, whose staff wrote down a refusal.
  @Test
  void itIsTheWordOfThoseWhoAreWrittenToAgain() {
    long elsewhere = put(org.otherSchool().id(), "Bình");
    consents.optOut(elsewhere, "điện thoại", OFFICER);
    refuse();
    assertThat(isOpen()).isFalse();

    assertThat(takeBack()).isTrue();

    assertThat(isOpen()).isTrue();
    assertThat(consents.history(id).getFirst().given()).isTrue();
    assertThat(consents.history(elsewhere).getFirst().given()).isFalse();
  }

  @Test
  void nobodyIsReachedAtTheAddressOfWhoIsGone() {
    jdbc.sql("delete from recipient where id = ?").param(id).update();

    assertThat(takeBack()).isFalse();
    assertThat(isOpen()).isFalse();
  }

  private void refuse() {
    suppressions.suppress(Channel.SMS, PHONE, SuppressionReason.OPT_OUT, LINK, Actor.SYSTEM);
  }

  private boolean takeBack() {
    return suppressions.takeBack(Channel.SMS, PHONE, LINK);
  }

  private boolean isOpen() {
    return suppressions.isOpen(Channel.SMS, PHONE);
  }
}
