package vn.lantoa.content;

import java.util.OptionalInt;

/// How an SMS text is cut and charged: 3GPP TS 23.038. Count it on the final text, after NFC.
///
/// @param encoding decided by the least simple character of the text
/// @param units septets (GSM-7, an extension character counts two) or UTF-16 code units (UCS-2)
/// @param segments parts that are sent and paid for; neither an escape pair nor a surrogate pair is
///   split
public record SmsSegments(Encoding encoding, int units, int segments) {

  /// The most parts carriers here take (channels reference, 2.3).
  public static final int MOST = 4;

  // Of the Vietnamese letters only à è é ì ò ù and É are here; any other one turns the whole text
  // into UCS-2.
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENSION = "\f^{}\\[~]|€";

  /// Septets by character, 0 where GSM-7 has none; the euro sign, U+20AC, is the last one it has.
  private static final byte[] SEPTETS = new byte['€' + 1];

  static {
    BASIC.chars().forEach(character -> SEPTETS[character] = 1);
    EXTENSION.chars().forEach(character -> SEPTETS[character] = 2);
  }

  public enum Encoding {
    GSM7(160, 153),
    UCS2(70, 67);

    /// What fits when the text is one part, and in each part when it is several.
    private final int alone;

    private final int joined;

    Encoding(int alone, int joined) {
      this.alone = alone;
      this.joined = joined;
    }
  }

  public static SmsSegments of(String text) {
    var encoding = firstUnicode(text).isPresent() ? Encoding.UCS2 : Encoding.GSM7;
    int units = 0;
    int full = 0;
    int inLast = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      int size = encoding == Encoding.GSM7 ? septets(character) : Character.charCount(character);
      units += size;
      if (inLast + size > encoding.joined) {
        full++;
        inLast = 0;
      }
      inLast += size;
    }
    int segments = units <= encoding.alone ? Math.min(units, 1) : full + 1;
    return new SmsSegments(encoding, units, segments);
  }

  /// The first character (a code point) that GSM-7 does not have and that makes the whole text
  /// UCS-2; empty when there is none.
  public static OptionalInt firstUnicode(String text) {
    return text.codePoints().filter(character -> septets(character) == 0).findFirst();
  }

  private static int septets(int character) {
    return character < SEPTETS.length ? SEPTETS[character] : 0;
  }
}
