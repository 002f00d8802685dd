package vn.lantoa.content;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// What is put in for a placeholder: checked, so that it can break neither the text nor the markup
/// around it.
final class SlotValue {

  static final int LONGEST = 200;

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

  static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
