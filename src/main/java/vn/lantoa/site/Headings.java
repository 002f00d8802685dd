package vn.lantoa.site;

import java.util.TreeSet;
import java.util.regex.Pattern;

/// Headings of a text that stands in a page: one level after the other, below those of the page,
/// whatever levels the writer chose.
final class Headings {

  private static final Pattern TAG = Pattern.compile("<(/?)h([1-6])\\b");
  private static final int DEEPEST = 6;

  private Headings() {}

  /// @param level the page's own last one
  /// @param html sanitised
  static String below(int level, String html) {
    var used = new TreeSet<String>();
    TAG.matcher(html).results().forEach(tag -> used.add(tag.group(2)));
    return TAG.matcher(html)
        .replaceAll(tag ->
            "<%sh%d"
                .formatted(
                    tag.group(1),
                    Math.min(DEEPEST, level + 1 + used.headSet(tag.group(2)).size())));
  }
}
