package vn.lantoa.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/// A body as it stands in a letter, in whichever of the two encodings of RFC 2045 is shorter for
/// it: Vietnamese prose is a third shorter in base64, a page that is mostly marks of HTML is
/// shorter, and readable to who looks at the raw letter, as quoted-printable.
record EncodedBody(Encoding encoding, byte[] bytes) {

  /// Section 6 of RFC 2045.
  enum Encoding {
    BASE64("base64"),
    QUOTED_PRINTABLE("quoted-printable");

    private final String header;

    Encoding(String header) {
      this.header = header;
    }

    /// As `Content-Transfer-Encoding` says it.
    String header() {
      return header;
    }

    /// @param body its lines end with CRLF
    byte[] encode(byte[] body) {
      return this == BASE64 ? LINES.encode(body) : QuotedPrintable.encode(body);
    }
  }

  private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});

  static EncodedBody of(String text) {
    // Whatever the encoding, the lines of a text end so (RFC 2046, section 4.1.1).
    var body = text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(UTF_8);
    var encoding =
        QuotedPrintable.length(body) < base64Length(body)
            ? Encoding.QUOTED_PRINTABLE
            : Encoding.BASE64;
    return new EncodedBody(encoding, encoding.encode(body));
  }

  private static int base64Length(byte[] body) {
    int signs = (body.length + 2) / 3 * 4;
    return signs + signs / 76 * 2;
  }
}
