package vn.lantoa.content;

/// How an SMS text is cut and charged: 3GPP TS 23.038. Count it on the final text, after NFC.
///
/// @param encoding decided by the least simple character of the text
/// @param units septets (GSM-7, an extension character counts two) or UTF-16 code units (UCS-2)
/// @param segments parts that are sent and paid for; neither an escape pair nor a surrogate pair is split
public record SmsSegments(Encoding encoding, int units, int segments) {

  /// The most parts carriers here take (channels reference, 2.3).
  public static final int MOST = 4;

  public enum Encoding {
    GSM7,
    UCS2
  }

  public static SmsSegments of(String text) {
    throw new IllegalStateException("written by the content module: " + text);
  }
}
