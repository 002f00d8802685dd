package vn.lantoa.walk;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Goes through a page by the Tab key, in a window as a laptop has it at 200 %: whatever the focus
/// comes to shows it, lies in sight and can be hit, and what the page is for is not far.
final class KeyboardCheck {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;

  /// More than any page has.
  private static final int MOST = 400;

  private static final int AT_ONCE = 10;

  private static final String SCRIPT = script();

  private KeyboardCheck() {}

  static List<String> findings(Page page) {
    page.setViewportSize(WIDTH, HEIGHT);
    page.evaluate(SCRIPT);
    for (int pressed = 0; !isOver(page); pressed += AT_ONCE) {
      if (pressed > MOST) {
        return List.of("the Tab key does not come to an end");
      }
      for (int i = 0; i < AT_ONCE; i++) {
        page.keyboard().press("Tab");
      }
    }
    var findings = new ArrayList<String>();
    ((List<?>) page.evaluate("keyboardWalk.result()"))
        .forEach(found -> findings.add(String.valueOf(found)));
    if (page.locator("#skip-to-act:not([hidden])").count() == 1) {
      findings.addAll(shortcut(page));
    }
    return findings;
  }

  private static boolean isOver(Page page) {
    return (boolean) page.evaluate("keyboardWalk.isOver()");
  }

  /// The link to what the page is for leads there.
  private static List<String> shortcut(Page page) {
    page.focus("#skip-to-act");
    page.keyboard().press("Enter");
    page.waitForFunction("location.hash === document.getElementById('skip-to-act').hash");
    var there = (boolean) page.evaluate("document.activeElement.matches('main .btn-primary')");
    return there ? List.of() : List.of("the link to the main act leads elsewhere");
  }

  private static String script() {
    try {
      return Files.readString(Path.of("src/test/resources/walk/keyboard.js"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
