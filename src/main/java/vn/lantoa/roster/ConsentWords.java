package vn.lantoa.roster;

import java.util.Set;

/// What stands in a column of consent.
final class ConsentWords {

  private static final Set<String> NO =
      Set.of(
          "khong",
          "chua",
          "ko",
          "k",
          "no",
          "n",
          "false",
          "0",
          "khong dong y",
          "chua dong y",
          "tu choi");

  private static final Set<String> YES =
      Set.of("x", "co", "v", "yes", "y", "true", "1", "roi", "da dong y", "dong y", "ok");

  /// Longer than any of them.
  private static final int LONGEST = 20;

  private static final String TICKS = "✓✔☑√";

  private ConsentWords() {}

  /// Where consent was given; empty: it was not.
  ///
  /// @param file what is written down where a tick says that somebody agreed, and not how
  static String source(String said, String file) {
    if (said.length() > LONGEST) {
      return said;
    }
    var plain = Plain.of(said);
    if (NO.contains(plain)) {
      return "";
    }
    boolean ticked = !said.isEmpty() && (YES.contains(plain) || TICKS.contains(said));
    return ticked ? file : said;
  }
}
