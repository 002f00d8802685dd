package vn.lantoa.walk;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The axe rules for WCAG 2.2 AA and for good practice, on the desk and on the phone.
final class AxeCheck {

  private static final int DESKTOP = 1280;
  private static final int PHONE = 390;
  private static final int HEIGHT = 800;

  private static final String AXE = script();

  /// Frames hold letters and articles, which are looked at on their own.
  private static final Map<String, Object> OPTIONS =
      Map.of(
          "runOnly",
          List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
          "rules",
          Map.of("target-size", Map.of("enabled", true)),
          "resultTypes",
          List.of("violations"),
          "iframes",
          false);

  private static final String RUN =
      """
      async (options) => (await axe.run(document, options)).violations.flatMap((rule) =>
        rule.nodes.map((node) => rule.id + ": " + node.target + " " + node.html.slice(0, 200)))
      """;

  private static final String KNOWS_THE_DARK =
      """
      [getComputedStyle(document.documentElement).colorScheme,
        document.querySelector("meta[name=color-scheme]")?.content].join().includes("dark")
      """;

  private AxeCheck() {}

  static List<String> findings(Page page) {
    page.evaluate(AXE);
    var findings = new ArrayList<String>();
    for (int width : List.of(DESKTOP, PHONE)) {
      page.setViewportSize(width, HEIGHT);
      findings.addAll(found(page, "at " + width));
    }
    if ((boolean) page.evaluate(KNOWS_THE_DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      findings.addAll(found(page, "in the dark"));
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
    return findings;
  }

  private static List<String> found(Page page, String how) {
    return ((List<?>) page.evaluate(RUN, OPTIONS))
        .stream().map(found -> how + ": " + found).toList();
  }

  private static String script() {
    try (var script = AxeCheck.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
