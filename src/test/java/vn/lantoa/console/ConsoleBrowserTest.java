package vn.lantoa.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.testing.SampleUnits;
import vn.lantoa.testing.TestServer;

/// An approver at work in a real browser: logs in, approves a text, approves a campaign, watches it
/// finish.
class ConsoleBrowserTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final String ITEM = "ngay-10-10-loi-moi";

  @Test
  void anApproverApprovesATextAndACampaignAndSeesItFinish() {
    assumeTrue(
        Files.isExecutable(CHROMIUM),
        "No Chromium at "
            + CHROMIUM
            + ": the browser test is skipped; install Debian's package chromium");
    try (var server =
            TestServer.start(
                Map.of("lantoa.calendar.quiet-hours", "src/test/resources/always-open.yaml"));
        var playwright = Playwright.create();
        var browser = launch(playwright)) {
      var units = SampleUnits.fill(server, 30);
      var library = server.get(ContentLibrary.class);
      await().atMost(Duration.ofSeconds(20)).until(() -> library.find(ITEM).isPresent());
      var campaign = submitted(server, units);
      var page = browser.newPage();
      var errors = new ArrayList<String>();
      page.onConsoleMessage(message -> {
        if (message.type().equals("error")) {
          errors.add(message.text());
        }
      });
      var home =
          "http://localhost:" + server.context().getEnvironment().getProperty("local.server.port");

      page.navigate(home + "/chien-dich/" + campaign.id());
      logIn(page);
      assertThat(
              page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(campaign.name()))
                  .first())
          .isVisible();

      page.navigate(home + "/noi-dung/" + ITEM);
      approve(page, "/duyet");
      assertThat(page.getByText("Nội dung cần bạn duyệt")).hasCount(0);

      page.navigate(home + "/chien-dich/" + campaign.id());
      approve(page, "/duyet");
      assertThat(page.locator("#progress")).isVisible();
      assertThat(page.locator("body"))
          .containsText(
              "Hoàn thành",
              new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                  .setTimeout(60_000));
      org.assertj.core.api.Assertions.assertThat(errors).isEmpty();
    }
  }

  private static Browser launch(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync")));
  }

  private static void logIn(Page page) {
    page.fill("input[name=username]", "nguoi-duyet");
    page.fill("input[name=password]", "mot mat khau dai");
    page.click("main button[type=submit]");
  }

  /// Presses the button and says yes to the question it asks.
  private static void approve(Page page, String action) {
    page.locator("form[action$='" + action + "'] button[type=submit]").click();
    page.locator("#ask-yes").click();
    page.waitForLoadState();
  }

  private static Campaign submitted(TestServer server, SampleUnits units) {
    var campaigns = server.get(Campaigns.class);
    var now = LocalDateTime.ofInstant(server.now(), Zones.VIETNAM).truncatedTo(ChronoUnit.SECONDS);
    var draft =
        new CampaignDraft(
            units.department().id(),
            "Ngày Chuyển đổi số",
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
