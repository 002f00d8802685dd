package vn.lantoa.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lantoa.audience.Segment;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignDraft;
import vn.lantoa.campaign.CampaignDraft.WaveDraft;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.testing.SampleUnits;
import vn.lantoa.testing.TestServer;

/// An approver at work in a real browser: logs in, approves a text, approves a campaign, watches it
/// finish.
class ConsoleBrowserTest {

  private static final String ITEM = "ngay-10-10-loi-moi";
  private static final String STATE = "h1 .state";
  private static final String APPROVE = "form[action$='/duyet'] button[type=submit]";

  @Test
  void anApproverApprovesATextAndACampaignAndSeesItFinish() {
    ConsoleBrowser.assumeThere();
    try (var server =
            TestServer.start(
                Map.of("lantoa.calendar.quiet-hours", "src/test/resources/always-open.yaml"));
        var browser = new ConsoleBrowser(server)) {
      var units = SampleUnits.fill(server, 30);
      var library = server.get(ContentLibrary.class);
      eventually().until(() -> library.find(ITEM).isPresent());
      var campaign = submitted(server, units);

      browser.open("/chien-dich/" + campaign.id());
      browser.logIn(SampleUnits.APPROVER, SampleUnits.PASSWORD);
      browser.expect("h1").containsText(campaign.name());

      browser.open("/noi-dung/" + ITEM);
      browser.expect(STATE).hasText("Chờ phê duyệt");
      browser.pressAndConfirm(APPROVE);
      browser.expect(STATE).hasText("Đã phê duyệt");
      browser.expect(APPROVE).hasCount(0);
      assertThat(library.get(ITEM).isApproved()).isTrue();

      browser.open("/chien-dich/" + campaign.id());
      browser.expect(STATE).hasText("Chờ phê duyệt");
      browser.pressAndConfirm(APPROVE);
      browser.expect("#progress").isVisible();
      browser.expect(STATE).hasText("Đã hoàn thành");
      assertThat(browser.errors()).isEmpty();
    }
  }

  private static Campaign submitted(TestServer server, SampleUnits units) {
    var campaigns = server.get(Campaigns.class);
    var now = LocalDateTime.ofInstant(server.now(), Zones.VIETNAM).truncatedTo(ChronoUnit.SECONDS);
    var draft =
        new CampaignDraft(
            units.department().id(),
            "Ngày Chuyển đổi số",
            Purpose.NOTICE,
            List.of(
                new WaveDraft(
                    ITEM,
                    new Segment(units.department().id(), Set.of()),
                    List.of(Channel.SMS, Channel.EMAIL, Channel.PORTAL),
                    Timing.once(now, Zones.VIETNAM),
                    CampaignDraft.CATCH_UP,
                    CampaignDraft.DEADLINE)));
    return campaigns.submit(campaigns.create(draft, units.officer()).id(), units.officer());
  }
}
