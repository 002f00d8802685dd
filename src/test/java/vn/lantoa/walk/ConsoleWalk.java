package vn.lantoa.walk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;
import vn.lantoa.testing.TestServer;

/// Opens every page there is, once for whoever sees something of his own on it, in a real browser.
final class ConsoleWalk implements AutoCloseable {

  private final Playwright playwright = Playwright.create();
  private final Browser browser = ConsoleBrowser.launch(playwright);
  private final String home;
  private final KnownPages pages;

  ConsoleWalk(TestServer server, Map<String, List<String>> ids) {
    home = "http://localhost:" + server.context().getEnvironment().getProperty("local.server.port");
    pages = new KnownPages(server, ids);
  }

  KnownPages pages() {
    return pages;
  }

  PageVisitor visitor(String name) {
    var context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(home)
                .setReducedMotion(ReducedMotion.REDUCE));
    context.setDefaultTimeout(ConsoleBrowser.PATIENCE_MILLIS);
    return new PageVisitor(name, context, pages);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
