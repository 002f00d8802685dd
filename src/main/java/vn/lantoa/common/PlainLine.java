package vn.lantoa.common;

/// A name or another short text as it may stand on a page, in the head of a letter and in a table:
/// one line, without characters that control, hide or turn what is read.
public final class PlainLine {

  /// Of names: as much as forms take, too.
  public static final int LONGEST_NAME = 200;

  private PlainLine() {}

  /// The text without the spaces around it.
  ///
  /// @throws Refusal `text.characters`, `text.too-long`
  public static String of(String text, int longest) {
    var line = text.strip();
    if (line.codePoints().anyMatch(PlainLine::isUnfit)) {
      throw new Refusal("text.characters");
    }
    if (line.length() > longest) {
      throw new Refusal("text.too-long", (long) longest);
    }
    return line;
  }

  /// Whether it controls, hides or turns what is read, or means nothing to others.
  public static boolean isUnfit(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
