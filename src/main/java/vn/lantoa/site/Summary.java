package vn.lantoa.site;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// The beginning of an article, for who sees a list of many.
final class Summary {

  /// About two lines of a feed reader.
  private static final int LONGEST = 240;

  private Summary() {}

  /// The first paragraph in plain words, cut between two of them when it is long.
  static String of(String html) {
    var body = Jsoup.parseBodyFragment(html).body();
    return cut(
        body.select("p").stream()
            .map(Element::text)
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElseGet(body::text));
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int space = text.lastIndexOf(' ', LONGEST - 1);
    return text.substring(0, space > 0 ? space : LONGEST - 1) + "…";
  }
}
