package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audience.ConsentProof;
import vn.lantoa.audience.ConsentWay;
import vn.lantoa.audience.Consents;
import vn.lantoa.audience.GivenBy;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.Scope;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.audience.Suppressions;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.campaign.WaveRuns;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;
import vn.lantoa.common.Zones;
import vn.lantoa.content.RefusalLinks;
import vn.lantoa.delivery.OutgoingMessage.Target;
import vn.lantoa.org.Outlets;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// Every moment lies tomorrow, so nothing is claimed while a test looks at the ledger.
class WaveExpansionTest {

  private static TestServer server;

  private Department department;
  private Timing tomorrow;

  @BeforeAll
  static void start() {
    server = TestServer.start(Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void found() {
    department = Department.in(server);
    tomorrow = Timing.once(department.tomorrow(), Zones.VIETNAM);
  }

  @Test
  void theSameMomentTwiceIsOnce() {
    department.person(department.phone());
    department.person(department.phone());
    var campaign = department.approved(department.wave(tomorrow, Channel.SMS));

    department.fire(campaign);
    department.fire(campaign);

    assertThat(department.ledger(campaign)).hasSize(2);
    assertThat(runs(campaign)).containsExactly(WaveRuns.Status.RUNNING);
  }

  @Test
  void whomTwoUnitsBelowKnowGetsTheMessageOfTheOneAboveOnce() {
    var phone = department.phone();
    var recipients = server.get(Recipients.class);
    for (var school : List.of(department.school("Một"), department.school("Hai"))) {
      recipients.put(
          new NewRecipient(school.id(), "An", "phu-huynh", "", Map.of(Channel.SMS, phone), "phiếu"),
          Actor.SYSTEM);
    }
    assertThat(recipients.count(department.unit().id())).isEqualTo(2);
    var campaign = department.approved(department.wave(tomorrow, Channel.SMS));

    department.fire(campaign);

    assertThat(department.ledger(campaign)).hasSize(1);
  }

  @Test
  void manyNodesAtOnceExpandOnce() throws Exception {
    for (int i = 0; i < 50; i++) {
      department.person(department.phone());
    }
    var campaign = department.approved(department.wave(tomorrow, Channel.SMS));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> nodes = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        nodes.add(() -> {
          department.fire(campaign);
          return true;
        });
      }
      for (var node : threads.invokeAll(nodes)) {
        assertThat(node.get()).isTrue();
      }
    }

    assertThat(department.ledger(campaign)).hasSize(50);
    assertThat(runs(campaign)).containsExactly(WaveRuns.Status.RUNNING);
  }

  @Test
  void aFamilysTelephoneGetsOneMessageInTheNameOfWhoeverAgreed() {
    var shared = department.phone();
    department.person("Mẹ chưa đồng ý", "phu-huynh", shared, "");
    department.person("Bố đã đồng ý", "phu-huynh", shared, "phiếu");
    department.person("Con cũng đồng ý", "hoc-sinh-thpt", shared, "phiếu");
    var campaign = department.approved(department.wave(tomorrow, Channel.SMS));

    department.fire(campaign);

    assertThat(department.ledger(campaign))
        .extracting(Delivery::recipientName, Delivery::status)
        .containsExactly(tuple("Bố đã đồng ý", DeliveryStatus.PENDING));
  }

  @Test
  void whoMustNotBeWrittenToIsARowThatSaysWhy() {
    var blocked = department.phone();
    department.person("Đã từ chối", "phu-huynh", blocked, "phiếu");
    department.person("Chưa đồng ý", "phu-huynh", department.phone(), "");
    department.person("Đồng ý", "phu-huynh", department.phone(), "phiếu");
    server
        .get(Suppressions.class)
        .suppress(Channel.SMS, blocked, SuppressionReason.OPT_OUT, "test", Actor.SYSTEM);
    var campaign = department.approved(department.wave(tomorrow, Channel.SMS));

    department.fire(campaign);

    assertThat(department.ledger(campaign))
        .extracting(Delivery::recipientName, Delivery::status, Delivery::reason)
        .containsExactlyInAnyOrder(
            tuple("Đã từ chối", DeliveryStatus.SUPPRESSED, "@suppressed.OPT_OUT"),
            tuple("Chưa đồng ý", DeliveryStatus.SUPPRESSED, "@no-consent"),
            tuple("Đồng ý", DeliveryStatus.PENDING, null));
  }

  @Test
  void publicityGoesOnlyToWhoAgreedToItAndEachCanRefuse() {
    department.person("Chỉ nhận thông báo", "phu-huynh", department.phone(), "phiếu");
    var phone = department.phone();
    department.person("Nhận cả hai", "phu-huynh", phone, "phiếu");
    agreeToPublicity(phone);
    var campaign =
        department.approved(
            department.draft(Purpose.PROMO, department.wave(tomorrow, Channel.SMS)));

    department.fire(campaign);

    assertThat(department.ledger(campaign))
        .extracting(Delivery::recipientName, Delivery::status, Delivery::reason)
        .containsExactlyInAnyOrder(
            tuple("Chỉ nhận thông báo", DeliveryStatus.SUPPRESSED, "@no-promo-consent"),
            tuple("Nhận cả hai", DeliveryStatus.PENDING, null));
    long id =
        department.ledger(campaign).stream()
            .filter(delivery -> delivery.status() == DeliveryStatus.PENDING)
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(server.get(Deliveries.class).message(id).orElseThrow().text())
        .startsWith("[QC] ")
        .endsWith("\nTu choi: " + server.get(RefusalLinks.class).url(id));
  }

  private void agreeToPublicity(String phone) {
    long id =
        server
            .get(JdbcClient.class)
            .sql("select recipient_id from contact_point where address = :phone")
            .param("phone", phone)
            .query(Long.class)
            .single();
    var proof =
        new ConsentProof(
            Purpose.PROMO, GivenBy.PERSON, ConsentWay.PAPER, "2026-1", "phiếu", "tập 1");
    server
        .get(Consents.class)
        .optIn(id, proof, new Scope(List.of(department.unit().id()), false), Actor.SYSTEM);
  }

  @Test
  void onlyTheChosenGroupsAreMeant() {
    department.person("Phụ huynh", "phu-huynh", department.phone(), "phiếu");
    department.person("Giáo viên", "giao-vien", department.phone(), "phiếu");
    var campaign = department.approved(department.wave(tomorrow, Set.of("giao-vien"), Channel.SMS));

    department.fire(campaign);

    assertThat(department.ledger(campaign))
        .extracting(Delivery::recipientName)
        .containsExactly("Giáo viên");
  }

  @Test
  void unitsPublishOnTheirOwnOutlets() {
    var school = department.school("Trường Một");
    var outlets = server.get(Outlets.class);
    var id = department.itemId();
    var ours = outlets.put(department.unit().id(), Channel.PORTAL, id, "Cổng của sở");
    var theirs = outlets.put(school.id(), Channel.PORTAL, id + "-t1", "Cổng của trường");
    outlets.put(school.id(), Channel.FACEBOOK, id, "Trang của trường");
    var campaign = department.approved(department.wave(tomorrow, Channel.PORTAL));

    department.fire(campaign);

    assertThat(department.ledger(campaign))
        .extracting(Delivery::target, Delivery::targetId, Delivery::unitId)
        .containsExactlyInAnyOrder(
            tuple(Target.OUTLET, ours.id(), department.unit().id()),
            tuple(Target.OUTLET, theirs.id(), school.id()));
  }

  @Test
  void aStationAlsoGetsItsScriptAsALetter() {
    var email = department.itemId() + "@truong.example.vn";
    var withMail = department.station(department.school("Trường Một"), email);
    var without = department.station(department.school("Trường Hai"), null);
    var campaign = department.approved(department.wave(tomorrow, Channel.RADIO));

    department.fire(campaign);

    assertThat(department.ledger(campaign))
        .extracting(Delivery::channel, Delivery::target, Delivery::targetId, Delivery::address)
        .containsExactlyInAnyOrder(
            tuple(Channel.RADIO, Target.STATION, withMail.id(), String.valueOf(withMail.id())),
            tuple(Channel.RADIO, Target.STATION, without.id(), String.valueOf(without.id())),
            tuple(Channel.EMAIL, Target.STATION, withMail.id(), email));
  }

  @Test
  void aMomentBeyondItsCatchUpWindowIsMissedAndSendsNothing() {
    department.person(department.phone());
    var campaign = department.approved(department.wave(tomorrow, Channel.SMS));
    var passed = server.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
    server
        .get(JdbcClient.class)
        .sql("update wave set next_fire_at = :moment where campaign_id = :id")
        .param("moment", passed.atOffset(ZoneOffset.UTC))
        .param("id", campaign.id())
        .update();

    department.fire(campaign, passed);

    assertThat(department.ledger(campaign)).isEmpty();
    assertThat(runs(campaign)).containsExactly(WaveRuns.Status.MISSED);
  }

  @Test
  void aCancelledCampaignEndsWhatHadNotLeft() {
    department.person(department.phone());
    var campaign = department.approved(department.wave(tomorrow, Channel.SMS));
    department.fire(campaign);

    server.get(Campaigns.class).cancel(campaign.id(), "nhầm", department.officer());

    assertThat(department.ledger(campaign))
        .extracting(Delivery::status)
        .containsExactly(DeliveryStatus.CANCELLED);
  }

  private static List<WaveRuns.Status> runs(Campaign campaign) {
    return server.get(WaveRuns.class).of(campaign.id()).stream().map(WaveRuns.Run::status).toList();
  }
}
