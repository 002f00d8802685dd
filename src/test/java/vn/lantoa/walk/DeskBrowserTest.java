package vn.lantoa.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lantoa.console.UncertainExamples;
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
      eventually().until(() -> !server.get(ContentLibrary.class).items().isEmpty());
      var ids =
          UncertainExamples.fill(
              server.context(),
              units.department().id(),
              "Nguyễn Thị Một",
              "Trần Văn Hai",
              "Lê Thị Ba");

      browser.open("/chua-ro");
      browser.logIn(SampleUnits.OFFICER, SampleUnits.PASSWORD);
      browser.tick(box(ids.get(0)));
      browser.tick(box(ids.get(2)));
      browser.pressAndConfirm("button[formaction*=SEND_AGAIN]");

      browser.expect("#flash").containsText("2");
      browser.expect("table").containsText("Trần Văn Hai");
      browser.expect("table").not().containsText("Nguyễn Thị Một");
      browser.expect("table").not().containsText("Lê Thị Ba");
      assertThat(ids).extracting(id -> isUncertain(server, id)).containsExactly(false, true, false);
      assertThat(ids)
          .extracting(id -> acts(server, id))
          .containsExactly(
              List.of("delivery.send-again"), List.of(), List.of("delivery.send-again"));
      assertThat(browser.errors()).isEmpty();
    }
  }

  private static String box(long delivery) {
    return "input[name=chon][value='" + delivery + "']";
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
