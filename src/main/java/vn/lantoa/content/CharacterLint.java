package vn.lantoa.content;

import vn.lantoa.common.PlainLine;

/// Characters nobody types on purpose and that change what is read: controls, reversed writing,
/// private use.
final class CharacterLint {

  private CharacterLint() {}

  static void check(String text, ContentLint.Report report) {
    int line = 1;
    int reported = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      if (character == '\n') {
        line++;
      } else if (isUnwanted(character) && reported < line) {
        report.error(line, "content.control-character", "U+%04X".formatted(character));
        reported = line;
      }
    }
  }

  /// Also asked of the values that are put into a text.
  static boolean isUnwanted(int character) {
    return PlainLine.isUnfit(character) && character != '\t' && !isHarmless(character);
  }

  /// Of the invisible format characters those that join emoji; the others hide or turn text.
  private static boolean isHarmless(int character) {
    return Character.getType(character) == Character.FORMAT
        && (character == 0x200D || character == 0x200C || character >= 0xE0000);
  }
}
