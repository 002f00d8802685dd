package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.org.Outlets;
import vn.lantoa.security.AuditTrail;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// Nobody changes afterwards what was approved: neither who signs nor where it is published.
class AsApprovedTest {

  private static TestServer server;

  private Department department;
  private Timing tomorrow;
  private Campaigns campaigns;

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
    campaigns = server.get(Campaigns.class);
    tomorrow = Timing.once(department.tomorrow(), Zones.VIETNAM);
  }

  @Test
  void aPageAddedAfterTheApprovalGetsNothing() {
    var outlets = server.get(Outlets.class);
    var id = department.itemId();
    var unit = department.unit().id();
    var approved = outlets.put(unit, Channel.PORTAL, id, "Cổng của sở");
    var campaign = department.approved(department.wave(tomorrow, Channel.PORTAL));
    outlets.put(unit, Channel.PORTAL, id + "-x", "Cổng thêm sau");

    department.fire(campaign);

    assertThat(department.ledger(campaign))
        .extracting(Delivery::targetId)
        .containsExactly(approved.id());
  }

  /// A school had written down the address of the department's page first.
  @Test
  void aUnitTakesOverWhatOneBelowCallsItsOwn() {
    var outlets = server.get(Outlets.class);
    var school = department.school("Trường Nhanh Tay").id();
    var other = department.school("Trường Khác").id();
    outlets.put(school, Channel.PORTAL, department.itemId(), "Trang");
    assertThatThrownBy(() -> outlets.put(other, Channel.PORTAL, department.itemId(), "Trang"))
        .hasMessageContaining("outlet.taken");

    var taken =
        outlets.put(department.unit().id(), Channel.PORTAL, department.itemId(), "Trang của sở");

    assertThat(taken.unitId()).isEqualTo(department.unit().id());
    assertThatThrownBy(() -> outlets.put(school, Channel.PORTAL, department.itemId(), "Trang"))
        .hasMessageContaining("outlet.taken");
  }

  @Test
  void aMessageBearsTheNameItWasApprovedWith() {
    department.person(department.phone());
    var units = server.get(OrgUnits.class);
    long unit = department.unit().id();
    units.shorten(unit, "Sở Cũ");
    department.rewriteContent("{{unit.short}}: ");
    var campaign = department.approved(department.wave(tomorrow, Channel.SMS));
    units.shorten(unit, "Sở Khác");
    units.shorten(unit, "Sở Khác Nữa");

    department.fire(campaign);

    assertThat(text(campaign)).startsWith("Sở Cũ: ");
    var later = department.approved(department.wave(tomorrow, Channel.SMS));
    department.fire(later);
    assertThat(text(later)).startsWith("Sở Khác Nữa: ");
  }

  /// The approver had the old name, and the pages of before, before his eyes.
  @Test
  void whatSomebodyReadsIsReadAgainWhenItsSenderChanges() {
    department.person(department.phone());
    department.approveContent();
    var id = department.submitted(department.wave(tomorrow, Channel.SMS, Channel.PORTAL)).id();
    var school = department.school("Trường Dưới Quyền").id();
    List<Runnable> changes =
        List.of(
            () -> server.get(OrgUnits.class).shorten(department.unit().id(), "Sở Mới Nữa"),
            () ->
                server
                    .get(Outlets.class)
                    .put(school, Channel.PORTAL, department.itemId(), "Cổng trường"));

    for (var change : changes) {
      var seen = campaigns.read(id);
      change.run();
      assertThatThrownBy(() -> campaigns.approve(id, seen, department.approver()))
          .hasMessageContaining("campaign.changed-meanwhile");
    }
    assertThat(campaigns.approve(id, campaigns.read(id), department.approver()).waves()).hasSize(1);
  }

  /// Approved for eight people, it went to three hundred that one officer alone had added.
  @Test
  void whatWasApprovedForAFewGoesToThemWhenManyHaveCome() {
    department.people(8);
    var campaign = department.approved(department.wave(tomorrow, Channel.SMS));
    department.people(101);
    assertThat(campaigns.newcomers(campaign.id())).contains(new Campaigns.Newcomers(8, 109));

    department.fire(campaign);

    assertThat(department.ledger(campaign)).hasSize(8);
    assertThat(server.get(AuditTrail.class).of("campaign:" + campaign.id(), 9))
        .extracting(AuditTrail.Entry::action)
        .contains("campaign.limit");
  }

  @Test
  void aFewMoreAreNoReasonToAsk() {
    department.people(8);
    var campaign = department.approved(department.wave(tomorrow, Channel.SMS));
    department.people(100);

    assertThat(campaigns.newcomers(campaign.id())).isEmpty();
    department.fire(campaign);
    assertThat(department.ledger(campaign)).hasSize(108);
  }

  @Test
  void anApproverLetsItGoToAllOfThem() {
    department.people(8);
    var campaign = department.approved(department.wave(tomorrow, Channel.SMS));
    department.people(101);
    assertThatThrownBy(() -> campaigns.admit(campaign.id(), 109, department.officer()))
        .hasMessageContaining("campaign.own");
    assertThatThrownBy(() -> campaigns.admit(campaign.id(), 108, department.approver()))
        .hasMessageContaining("campaign.changed-meanwhile");

    campaigns.admit(campaign.id(), 109, department.approver());

    assertThat(campaigns.newcomers(campaign.id())).isEmpty();
    department.fire(campaign);
    assertThat(department.ledger(campaign)).hasSize(109);
  }

  /// They were there, but not on this list.
  @Test
  void whoIsMovedToTheListHasComeAsWell() {
    department.people(101, "giao-vien");
    department.people(8);
    var parents = department.wave(tomorrow, Set.of("phu-huynh"), Channel.SMS);
    var campaign = department.approved(parents);
    server
        .get(JdbcClient.class)
        .sql("update recipient set audience = 'phu-huynh' where unit_id = :unit")
        .param("unit", department.unit().id())
        .update();

    department.fire(campaign);

    assertThat(department.ledger(campaign)).hasSize(8);
  }

  /// They were on the list without a word of consent, and had agreed all of a sudden.
  @Test
  void whoAgreesAfterwardsHasComeAsWell() {
    var phones = IntStream.range(0, 101).mapToObj(_ -> department.phone()).toList();
    phones.forEach(phone -> department.person("Cô " + phone.substring(8), "phu-huynh", phone, ""));
    department.people(8);
    var campaign = department.approved(department.wave(tomorrow, Channel.SMS));
    phones.forEach(
        phone -> department.person("Cô " + phone.substring(8), "phu-huynh", phone, "phiếu"));

    department.fire(campaign);

    assertThat(department.ledger(campaign)).hasSize(8);
  }

  /// The page was opened when there were few.
  @Test
  void whatTheApproverHasNotSeenHeHasNotApproved() {
    department.people(8);
    department.approveContent();
    var campaign = department.submitted(department.wave(tomorrow, Channel.SMS));
    var seen = campaigns.read(campaign.id());
    department.people(101);

    assertThatThrownBy(() -> campaigns.approve(campaign.id(), seen, department.approver()))
        .hasMessageContaining("campaign.changed-meanwhile");
  }

  private String text(Campaign campaign) {
    var delivery = department.ledger(campaign).getFirst().id();
    return server.get(Deliveries.class).message(delivery).orElseThrow().text();
  }
}
