package vn.lantoa.roster;

import java.util.Set;
import java.util.regex.Pattern;

/// What offices write where there is nothing to write.
final class Blank {

  private static final Pattern STROKES = Pattern.compile("[-–—.…/_\\s]*");
  private static final Set<String> WORDS =
      Set.of("0", "x", "khong", "khong co", "chua co", "n a", "na", "none", "null", "ko", "k");

  private Blank() {}

  static boolean is(String text) {
    return STROKES.matcher(text).matches() || WORDS.contains(Plain.of(text));
  }
}
