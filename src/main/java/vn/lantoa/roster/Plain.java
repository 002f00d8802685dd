package vn.lantoa.roster;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// How headings and names are compared: small letters without marks, words with one blank between.
final class Plain {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern DOT_INSIDE = Pattern.compile("(?<=\\b[a-z])\\.(?=[a-z]\\b)");
  private static final Pattern BESIDES = Pattern.compile("\\(.*?\\)|\\[.*?]");
  private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

  private Plain() {}

  static String of(String text) {
    var split =
        Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD);
    return NO_WORD.matcher(MARKS.matcher(split).replaceAll("")).replaceAll(" ").strip();
  }

  /// What is in brackets is left out, `S.Đ.T` is `SĐT`.
  static String heading(String text) {
    var split =
        Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD);
    var bare = BESIDES.matcher(MARKS.matcher(split).replaceAll("")).replaceAll(" ");
    return NO_WORD.matcher(DOT_INSIDE.matcher(bare).replaceAll("")).replaceAll(" ").strip();
  }
}
