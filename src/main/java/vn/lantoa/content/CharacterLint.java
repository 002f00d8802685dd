package vn.lantoa.content;

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
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character != '\t';
      case Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      // Of the invisible format characters those that join emoji are harmless; the others hide or
      // turn text.
      case Character.FORMAT -> character != 0x200D && character != 0x200C && character < 0xE0000;
      default -> false;
    };
  }
}
