package vn.lantoa.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.delivery.Deliveries;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.security.AuditTrail;
import vn.lantoa.testing.SampleUnits;
import vn.lantoa.testing.TestServer;

/// An officer at the desk for what is uncertain, in a real browser: ticks some, has them sent
/// again, and finds the rest untouched.
class DeskBrowserTest {

  @Test
  void anOfficerSendsSomeAgainAndItIsOnRecord() {
    ConsoleBrowser.assumeThere();
    try (var server = TestServer.start(Map.of());
        var browser = new ConsoleBrowser(server)) {
      var units = SampleUnits.fill(server, 3);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> !server.get(ContentLibrary.class).items().isEmpty());
      var ids =
          ConsoleExamples.uncertain(
              server.context(),
              units.department().id(),
              "Nguyễn Thị Một",
              "Trần Văn Hai",
              "Lê Thị Ba");
      var page = browser.page();

      browser.open("/chua-ro");
      browser.logIn("can-bo");
      page.check("input[name=tin][value='" + ids.get(0) + "']");
      page.check("input[name=tin][value='" + ids.get(2) + "']");
      browser.pressAndConfirm("button[value=SEND_AGAIN]");

      assertThat(page.locator("table")).containsText("Trần Văn Hai");
      assertThat(page.locator("table")).not().containsText("Lê Thị Ba");
      assertThat(page.locator("#flash")).containsText("2");
      Assertions.assertThat(ids)
          .extracting(id -> isUncertain(server, id))
          .containsExactly(false, true, false);
      Assertions.assertThat(ids)
          .extracting(id -> acts(server, id))
          .containsExactly(
              List.of("delivery.send-again"), List.of(), List.of("delivery.send-again"));
      Assertions.assertThat(browser.errors()).isEmpty();
    }
  }

  private static boolean isUncertain(TestServer server, long delivery) {
    return server.get(Deliveries.class).find(delivery).orElseThrow().status()
        == DeliveryStatus.UNCERTAIN;
  }

  private static List<String> acts(TestServer server, long delivery) {
    return server.get(AuditTrail.class).of("delivery:" + delivery, 9).stream()
        .map(AuditTrail.Entry::action)
        .toList();
  }
}
