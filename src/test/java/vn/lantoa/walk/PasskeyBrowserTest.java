package vn.lantoa.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.testing.TestServer;

/// A person with a device that keeps passkeys, in a real browser: adds one, logs in with it, takes
/// it off again.
class PasskeyBrowserTest {

  private static final String PROFILE = "/ho-so/dang-nhap";
  private static final String NAME = "#passkey-name";
  private static final String CANNOT = "[data-passkeys-cannot]";
  private static final String USE = "form[action='/dang-nhap/ma/khoa'] button";

  @Test
  void aPasskeyIsAddedUsedAndRemoved() {
    ConsoleBrowser.assumeThere();
    try (var server = TestServer.start(Map.of());
        var browser = new ConsoleBrowser(server)) {
      ConsoleExamples.fill(server.context());
      browser.haveAnAuthenticator();

      browser.open("/dang-nhap");
      browser.logIn(ConsoleExamples.OFFICER, ConsoleExamples.PASSWORD);
      browser.open(PROFILE);
      browser.expect(CANNOT).isHidden();
      browser.type(NAME, "Máy của tôi");
      browser.type("#passkey-present", ConsoleExamples.PASSWORD);
      browser.press("form[action$='/khoa'] button");
      browser.press("form[action$='/khoa/xac-nhan'] button");
      browser.expect(".codes li").hasCount(10);
      browser.expect(".place details").hasCount(1);

      browser.press("form[action='/dang-xuat'] button");
      browser.enter(ConsoleExamples.OFFICER, ConsoleExamples.PASSWORD);
      browser.press(USE);
      browser.expect(".frame-person").isVisible();
      browser.open(PROFILE);
      browser.expect(".place:has(details)").containsText("dùng gần nhất lúc");

      browser.press("form[action='/dang-xuat'] button");
      browser.enter(ConsoleExamples.OFFICER, ConsoleExamples.PASSWORD);
      browser.press(USE);
      browser.open(PROFILE);
      browser.click(".place summary");
      browser.type(".place input[name=present]", ConsoleExamples.PASSWORD);
      browser.press("form[action$='/go'] button");
      browser.expect(".place details").hasCount(0);

      browser.press("form[action='/dang-xuat'] button");
      browser.logIn(ConsoleExamples.OFFICER, ConsoleExamples.PASSWORD);
      assertThat(browser.errors()).isEmpty();
    }
  }

  /// Passkeys are bound to the name in the public address.
  @Test
  void byAnotherAddressThePageSaysWhyNot() {
    ConsoleBrowser.assumeThere();
    try (var server = TestServer.start(Map.of());
        var browser = new ConsoleBrowser(server, "127.0.0.1")) {
      ConsoleExamples.fill(server.context());

      browser.open("/dang-nhap");
      browser.logIn(ConsoleExamples.OFFICER, ConsoleExamples.PASSWORD);
      browser.open(PROFILE);

      browser.expect(CANNOT).isVisible();
      browser.expect(CANNOT).containsText("localhost");
      browser.expect(NAME).isHidden();
    }
  }
}
