package vn.lantoa.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lantoa.testing.TestServer;

/// A real browser in front of the console of a test server. What is done here has happened when the
/// method returns: the page that an act leads to is there. And nothing can be asked of a page but
/// what is asked again until it is so, or for two minutes: a busy machine is slow, not wrong.
final class ConsoleBrowser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  static final double PATIENCE_MILLIS = 120_000;

  private final Playwright playwright = Playwright.create();
  private final Page page;
  private final String home;
  private final List<String> errors = new ArrayList<>();
  private final AtomicInteger loaded = new AtomicInteger();

  ConsoleBrowser(TestServer server) {
    this(server, "localhost");
  }

  /// @param host by which the server is called, which is on this machine
  ConsoleBrowser(TestServer server, String host) {
    home =
        "http://" + host + ":" + server.context().getEnvironment().getProperty("local.server.port");
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    page = launch(playwright).newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onLoad(_ -> loaded.incrementAndGet());
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

  /// What the page itself complained of.
  List<String> errors() {
    return errors;
  }

  void open(String path) {
    andWaitForThePage(() -> page.navigate(home + path));
  }

  /// From now on it has a device that keeps passkeys and knows its owner.
  void haveAnAuthenticator() {
    VirtualAuthenticator.addTo(page);
  }

  void type(String field, String text) {
    page.fill(field, text);
  }

  void click(String element) {
    page.click(element);
  }

  void press(String button) {
    andWaitForThePage(() -> page.click(button));
  }

  void logIn(String username, String password) {
    enter(username, password);
    expect(".frame-person").isVisible();
  }

  /// Types name and password, wherever that leads.
  void enter(String username, String password) {
    type("input[name=username]", username);
    type("input[name=password]", password);
    press("main button[type=submit]");
  }

  void tick(String box) {
    page.check(box);
  }

  /// Presses the button and says yes to the question it asks.
  void pressAndConfirm(String button) {
    page.click(button);
    andWaitForThePage(() -> page.click("#ask-yes"));
  }

  /// What must be so, now or soon.
  LocatorAssertions expect(String selector) {
    return assertThat(page.locator(selector));
  }

  /// A click is over before the page that follows has even been asked for, and until that page is
  /// there, going elsewhere would break it off.
  private void andWaitForThePage(Runnable act) {
    int before = loaded.get();
    act.run();
    page.waitForCondition(() -> loaded.get() > before);
  }

  @Override
  public void close() {
    playwright.close();
  }

  static Browser launch(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setTimeout(PATIENCE_MILLIS)
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
