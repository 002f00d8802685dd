package vn.lantoa.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.lantoa.testing.TestServer;

/// A real browser in front of the console of a test server.
final class ConsoleBrowser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private final Playwright playwright = Playwright.create();
  private final Page page;
  private final String home;
  private final List<String> errors = new ArrayList<>();

  ConsoleBrowser(TestServer server) {
    home = "http://localhost:" + server.context().getEnvironment().getProperty("local.server.port");
    page = launch(playwright).newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        errors.add(message.text());
      }
    });
  }

  /// Skips the test where there is no browser.
  static void assumeThere() {
    assumeTrue(
        Files.isExecutable(CHROMIUM),
        "No Chromium at "
            + CHROMIUM
            + ": the browser test is skipped; install Debian's package chromium");
  }

  Page page() {
    return page;
  }

  /// What the page itself complained of.
  List<String> errors() {
    return errors;
  }

  void open(String path) {
    page.navigate(home + path);
  }

  void logIn(String username) {
    page.fill("input[name=username]", username);
    page.fill("input[name=password]", "mot mat khau dai");
    page.click("main button[type=submit]");
  }

  /// Presses the button and says yes to the question it asks.
  void pressAndConfirm(String button) {
    page.locator(button).click();
    page.locator("#ask-yes").click();
    page.waitForLoadState();
  }

  @Override
  public void close() {
    playwright.close();
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
}
