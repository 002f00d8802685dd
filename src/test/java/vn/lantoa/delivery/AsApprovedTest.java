package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.audience.PeopleAdded;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.campaign.WaveRuns;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.org.Outlets;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// Nobody changes afterwards what was approved: neither who signs nor where it is published.
class AsApprovedTest {

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
    var campaigns = server.get(Campaigns.class);
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
  void whatWasApprovedForAFewWaitsAgainWhenManyAreOnTheLists() {
    department.people(8);
    var campaign = department.approved(department.wave(tomorrow, Channel.SMS));
    department.people(100);
    assertThat(grownBy(campaign)).isEqualTo(CampaignStatus.APPROVED);

    department.people(1);

    assertThat(grownBy(campaign)).isEqualTo(CampaignStatus.SUBMITTED);
    var campaigns = server.get(Campaigns.class);
    assertThat(campaigns.get(campaign.id()).note()).isEqualTo("@audience-grew");
    campaigns.approve(campaign.id(), campaigns.read(campaign.id()), department.approver());
    assertThat(grownBy(campaign)).isEqualTo(CampaignStatus.APPROVED);
  }

  @Test
  void theSameHoldsWhenItsMomentHasCome() {
    department.people(8);
    var campaign = department.approved(department.wave(tomorrow, Channel.SMS));
    department.people(101);

    department.fire(campaign);

    assertThat(department.ledger(campaign)).isEmpty();
    assertThat(server.get(Campaigns.class).get(campaign.id()))
        .matches(held -> held.status() == CampaignStatus.SUBMITTED)
        .matches(held -> held.note().equals("@audience-grew"));
    assertThat(server.get(WaveRuns.class).of(campaign.id()))
        .extracting(WaveRuns.Run::status)
        .containsExactly(WaveRuns.Status.HELD);
  }

  /// It stands where this leaves it once a list has been taken in.
  private CampaignStatus grownBy(Campaign campaign) {
    server
        .get(TransactionTemplate.class)
        .executeWithoutResult(
            _ -> server.context().publishEvent(new PeopleAdded(department.unit().id())));
    return server.get(Campaigns.class).get(campaign.id()).status();
  }

  private String text(Campaign campaign) {
    var delivery = department.ledger(campaign).getFirst().id();
    return server.get(Deliveries.class).message(delivery).orElseThrow().text();
  }
}
