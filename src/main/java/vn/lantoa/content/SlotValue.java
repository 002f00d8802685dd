package vn.lantoa.content;

import java.text.Normalizer;
import java.util.regex.Pattern;
import vn.lantoa.common.AddressInName;

/// What is put in for a placeholder: checked, so that it can break neither the text nor the markup
/// around it.
final class SlotValue {

  static final int LONGEST = 200;

  /// On one letter; Unicode's own Stream-Safe Text Format (UAX #15, 13) allows as many.
  private static final int MOST_MARKS = 30;

  private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s\"'<>]+");

  private SlotValue() {}

  static String name(Placeholder placeholder, String value) {
    if (value.isBlank()) {
      throw new Renderer.RenderFailure("Nothing to put in for " + placeholder.written());
    }
    if (value.length() > LONGEST) {
      throw new Renderer.RenderFailure(
          "Too long for " + placeholder.written() + ": " + value.length());
    }
    // What a unit is called was read when the message was approved; who gets it was not.
    if (placeholder == Placeholder.RECIPIENT_NAME && AddressInName.isIn(value)) {
      throw new Renderer.RenderFailure("An address in the value for " + placeholder.written());
    }
    return clean(placeholder, value);
  }

  static String webAddress(String value) {
    if (value.length() > HeaderLint.LONGEST_LINK || !WEB_ADDRESS.matcher(value).matches()) {
      throw new Renderer.RenderFailure("No web address for " + Placeholder.LINK.written());
    }
    return clean(Placeholder.LINK, value);
  }

  /// NFC, and such that it stays NFC and one line whatever stands around it.
  private static String clean(Placeholder placeholder, String value) {
    for (int i = 0; i < value.length(); ) {
      int character = value.codePointAt(i);
      if (character == '\t'
          || CharacterLint.isUnwanted(character)
          || (i == 0 && isMark(character))) {
        throw new Renderer.RenderFailure(
            "U+%04X in the value for %s".formatted(character, placeholder.written()));
      }
      i += Character.charCount(character);
    }
    return nfc(value);
  }

  static boolean isMark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /// Fit for text and for a quoted attribute.
  static String escaped(String value) {
    var out = new StringBuilder(value.length() + 16);
    for (int i = 0; i < value.length(); i++) {
      switch (value.charAt(i)) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&#34;");
        case '\'' -> out.append("&#39;");
        default -> out.append(value.charAt(i));
      }
    }
    return out.toString();
  }

  /// A run of marks no language has stays as it is: to order it takes the square of its length.
  static String nfc(String text) {
    return hasLongRunOfMarks(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static boolean hasLongRunOfMarks(String text) {
    int run = 0;
    for (int i = 0; i < text.length() && run <= MOST_MARKS; i++) {
      run = isMark(text.charAt(i)) ? run + 1 : 0;
    }
    return run > MOST_MARKS;
  }
}
