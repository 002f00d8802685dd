package vn.lantoa.roster;

import java.util.regex.Pattern;
import vn.lantoa.common.Folded;

/// How headings and names are compared: small letters without marks, words with one blank between.
final class Plain {

  private static final Pattern DOT_INSIDE = Pattern.compile("(?<=\\b[a-z])\\.(?=[a-z]\\b)");
  private static final Pattern BESIDES = Pattern.compile("\\(.*?\\)|\\[.*?]");
  private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

  private Plain() {}

  static String of(String text) {
    return NO_WORD.matcher(Folded.of(text)).replaceAll(" ").strip();
  }

  /// What is in brackets is left out, `S.Đ.T` is `SĐT`.
  static String heading(String text) {
    var bare = BESIDES.matcher(Folded.of(text)).replaceAll(" ");
    return NO_WORD.matcher(DOT_INSIDE.matcher(bare).replaceAll("")).replaceAll(" ").strip();
  }
}
