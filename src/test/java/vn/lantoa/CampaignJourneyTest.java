package vn.lantoa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lantoa.testing.Eventually.eventually;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lantoa.audience.Segment;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.audience.Suppressions;
import vn.lantoa.broadcast.Scripts;
import vn.lantoa.campaign.CampaignDraft;
import vn.lantoa.campaign.CampaignDraft.WaveDraft;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;
import vn.lantoa.common.Refusal;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.delivery.Deliveries;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.lab.sandbox.SandboxInbox;
import vn.lantoa.report.Funnel;
import vn.lantoa.report.Funnels;
import vn.lantoa.schedule.Sweep;
import vn.lantoa.testing.SampleUnits;
import vn.lantoa.testing.TestServer;

/// The story of one campaign, from a file to the report: a fortnight in a few seconds.
class CampaignJourneyTest {

  private static final String ITEM = "hoc-sinh-huong-dan-gia-dinh";
  private static final int PEOPLE = 20;

  @Test
  void aFileBecomesCountedOutcomesOnEveryChannelWeekAfterWeek() {
    try (var server = TestServer.start(Map.of())) {
      var units = SampleUnits.fill(server, PEOPLE);
      var library = server.get(ContentLibrary.class);
      var campaigns = server.get(Campaigns.class);
      eventually().until(() -> library.find(ITEM).isPresent());
      server
          .get(Suppressions.class)
          .suppress(Channel.SMS, "+84300000003", SuppressionReason.OPT_OUT, "test", Actor.SYSTEM);
      var monday =
          LocalDate.ofInstant(server.now(), Zones.VIETNAM)
              .with(TemporalAdjusters.next(DayOfWeek.MONDAY));

      library.approve(ITEM, library.get(ITEM).current().hash(), units.approver());
      var campaign = campaigns.create(draft(units, monday), units.officer());
      var submitted = campaigns.submit(campaign.id(), units.officer());
      assertThatThrownBy(() ->
              campaigns.approve(campaign.id(), campaigns.read(campaign.id()), units.officer()))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("campaign.own"));
      campaigns.approve(campaign.id(), campaigns.read(campaign.id()), units.approver());

      playWeek(server, monday, campaign.id(), 1);
      playWeek(server, monday.plusWeeks(1), campaign.id(), 2);

      var funnels = server.get(Funnels.class).ofCampaign(campaign.id());
      assertThat(funnels.get(Channel.SMS))
          .isEqualTo(new Funnel(2 * PEOPLE, 2 * PEOPLE - 2, 0, 0, 0, 2, 0, 0, 0, 0));
      // Each week the school's script goes out as a letter as well.
      assertThat(funnels.get(Channel.EMAIL).sent()).isEqualTo(2 * PEOPLE + 2);
      assertThat(funnels.get(Channel.PORTAL).delivered()).isEqualTo(2);
      assertThat(funnels.get(Channel.RADIO).sent()).isEqualTo(2);
      assertThat(server.get(SandboxInbox.class).counts())
          .containsEntry(Channel.SMS, 2L * PEOPLE - 2)
          .containsEntry(Channel.EMAIL, 2L * PEOPLE + 2);
      theLetterOfAScriptLeadsToItsWeek(server, units, monday);

      schoolConfirms(server, units, monday);
      assertThat(server.get(Funnels.class).ofCampaign(campaign.id()).get(Channel.RADIO).delivered())
          .isEqualTo(1);
      assertThat(
              server
                  .get(Deliveries.class)
                  .search(
                      new Deliveries.Filter(
                          units.department().id(),
                          campaign.id(),
                          Channel.SMS,
                          DeliveryStatus.SUPPRESSED,
                          ""),
                      null,
                      10))
          .hasSize(2)
          .allSatisfy(row -> assertThat(row.reason()).isEqualTo("@suppressed.OPT_OUT"));

      anEditVoidsTheApproval(server, units, monday.plusWeeks(2), campaign.id());
    }
  }

  private static void playWeek(TestServer server, LocalDate monday, long campaign, int week) {
    server.moveTo(monday.atTime(7, 31).atZone(Zones.VIETNAM).toInstant());
    server.get(Sweep.class).run();
    // The same moment again is harmless.
    server.get(Sweep.class).run();
    eventually()
        .until(() -> {
          var funnels = server.get(Funnels.class).ofCampaign(campaign);
          return funnels.containsKey(Channel.SMS)
              && funnels.get(Channel.SMS).planned() == (long) week * PEOPLE
              && funnels.values().stream().allMatch(funnel -> funnel.open() == 0);
        });
  }

  /// Opened weeks later, it must not show another script.
  private static void theLetterOfAScriptLeadsToItsWeek(
      TestServer server, SampleUnits units, LocalDate monday) {
    var page = "/dai/" + units.station().id() + "?tuan=";
    assertThat(server.get(SandboxInbox.class).latest(Channel.EMAIL, 3 * PEOPLE))
        .filteredOn(letter -> letter.to().equals(units.station().email()))
        .satisfiesExactlyInAnyOrder(
            letter -> assertThat(letter.text()).contains(page + monday),
            letter -> assertThat(letter.text()).contains(page + monday.plusWeeks(1)));
  }

  private static void schoolConfirms(TestServer server, SampleUnits units, LocalDate monday) {
    var scripts = server.get(Scripts.class);
    var script = scripts.of(units.station().id(), monday).orElseThrow();
    scripts.confirmAired(
        script.id(),
        script.items().getFirst().id(),
        monday.atTime(LocalTime.of(7, 31)).atZone(Zones.VIETNAM).toInstant(),
        Duration.ofSeconds(70),
        units.officer());
  }

  private static void anEditVoidsTheApproval(
      TestServer server, SampleUnits units, LocalDate monday, long campaign) {
    var library = server.get(ContentLibrary.class);
    var campaigns = server.get(Campaigns.class);
    var before = server.get(Funnels.class).ofCampaign(campaign).get(Channel.SMS).planned();

    var changed = library.get(ITEM).current().markdown().replace("## sms\n", "## sms\nMới: ");
    assertThat(library.take(ITEM + ".md", changed, units.officer()).changed()).isTrue();
    // What was approved goes on until somebody approves the other.
    assertThat(campaigns.get(campaign).status()).isEqualTo(CampaignStatus.RUNNING);
    library.approve(ITEM, library.get(ITEM).latest().hash(), units.approver());
    server.moveTo(monday.atTime(7, 31).atZone(Zones.VIETNAM).toInstant());
    server.get(Sweep.class).run();

    assertThat(campaigns.get(campaign).status()).isEqualTo(CampaignStatus.SUBMITTED);
    assertThat(campaigns.get(campaign).note()).isEqualTo("@content-changed");
    assertThat(server.get(Funnels.class).ofCampaign(campaign).get(Channel.SMS).planned())
        .isEqualTo(before);

    campaigns.approve(campaign, campaigns.read(campaign), units.approver());
    assertThat(campaigns.get(campaign).status()).isEqualTo(CampaignStatus.RUNNING);
    assertThat(campaigns.get(campaign).waves().getFirst().nextFireAt())
        .isEqualTo(monday.plusWeeks(1).atTime(7, 30).atZone(Zones.VIETNAM).toInstant());
  }

  private static CampaignDraft draft(SampleUnits units, LocalDate monday) {
    var weekly =
        new Timing(LocalDateTime.of(monday, LocalTime.MIN), Zones.VIETNAM, "0 30 7 * * MON");
    return new CampaignDraft(
        units.department().id(),
        "Phát thanh và nhắn tin hằng tuần",
        Purpose.NOTICE,
        List.of(
            new WaveDraft(
                ITEM,
                new Segment(units.department().id(), Set.of()),
                List.of(Channel.SMS, Channel.EMAIL, Channel.PORTAL, Channel.RADIO),
                weekly,
                CampaignDraft.CATCH_UP,
                CampaignDraft.DEADLINE)));
  }
}
