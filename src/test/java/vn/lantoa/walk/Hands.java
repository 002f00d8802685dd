package vn.lantoa.walk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.testing.TestServer;

/// One person at one browser; what his hands do is counted. What leads to another page has led
/// there when the method returns.
final class Hands implements AutoCloseable {

  private final BrowserContext context;
  private final Page page;
  private final boolean phone;
  private final AtomicInteger loaded = new AtomicInteger();
  private int clicks;
  private int fields;

  Hands(Browser browser, TestServer server, boolean phone) {
    var port = server.context().getEnvironment().getProperty("local.server.port");
    this.phone = phone;
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setViewportSize(phone ? 390 : 1280, phone ? 844 : 800)
                .setHasTouch(phone)
                .setIsMobile(phone));
    context.setDefaultTimeout(ConsoleBrowser.PATIENCE_MILLIS);
    page = context.newPage();
    page.onLoad(_ -> loaded.incrementAndGet());
  }

  /// Not counted: every journey begins after it.
  Hands logIn(String username) {
    page.navigate("/dang-nhap");
    page.fill("input[name=username]", username);
    page.fill("input[name=password]", ConsoleExamples.PASSWORD);
    andWait(() -> page.click("main button[type=submit]"));
    return this;
  }

  /// Begins anew.
  Hands counting() {
    clicks = 0;
    fields = 0;
    return this;
  }

  int clicks() {
    return clicks;
  }

  int fields() {
    return fields;
  }

  Page page() {
    return page;
  }

  /// Something on the same page.
  Hands click(String selector) {
    clicks++;
    page.locator(selector).first().click();
    return this;
  }

  /// Something that leads to a page.
  Hands go(String selector) {
    clicks++;
    andWait(() -> page.locator(selector).first().click());
    return this;
  }

  /// To a room by the menu, which a phone hides.
  Hands menu(String path) {
    if (phone) {
      click(".menu-button");
    }
    return go(".menu-item[href='" + path + "']");
  }

  /// A button that asks before it acts: two clicks.
  Hands confirm(String selector) {
    click(selector);
    return go("#ask-yes");
  }

  Hands type(String selector, String text) {
    fields++;
    page.locator(selector).first().fill(text);
    return this;
  }

  Hands choose(String selector, String value) {
    fields++;
    page.locator(selector).first().selectOption(value);
    return this;
  }

  /// A search: typed, then Enter.
  Hands search(String selector, String text) {
    type(selector, text);
    andWait(() -> page.locator(selector).first().press("Enter"));
    return this;
  }

  /// A file chosen from the disk, which leads to a page at once.
  Hands upload(String selector, String name, String text) {
    fields++;
    var file = new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    andWait(() -> page.setInputFiles(selector, file));
    return this;
  }

  private void andWait(Runnable act) {
    int before = loaded.get();
    act.run();
    page.waitForCondition(() -> loaded.get() > before);
  }

  @Override
  public void close() {
    context.close();
  }
}
