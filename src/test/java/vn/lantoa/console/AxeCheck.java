package vn.lantoa.console;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

  private AxeCheck() {}

  static List<String> findings(Page page) {
    page.evaluate(AXE);
    return Stream.of(DESKTOP, PHONE)
        .flatMap(width -> {
          page.setViewportSize(width, HEIGHT);
          return ((List<?>) page.evaluate(RUN, OPTIONS))
              .stream().map(found -> "at " + width + ": " + found);
        })
        .toList();
  }

  private static String script() {
    try (var script = AxeCheck.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
