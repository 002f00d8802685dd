package vn.lantoa.channel.email;

import org.jspecify.annotations.Nullable;

/// The encoding of RFC 2045, section 6.7, for a text whose lines end with CRLF. Ours, because the
/// mail library's goes sign by sign through streams: a fifth of all the work for a letter.
final class QuotedPrintable {

  /// Signs on a line, with the "=" that breaks it.
  private static final int WIDEST = 76;

  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
  };

  private final byte[] text;
  private final byte @Nullable [] out;
  private int length;
  private int column;

  private QuotedPrintable(byte[] text, byte @Nullable [] out) {
    this.text = text;
    this.out = out;
  }

  static byte[] encode(byte[] text) {
    var encoded = new byte[length(text)];
    new QuotedPrintable(text, encoded).walk();
    return encoded;
  }

  /// How long it will be.
  static int length(byte[] text) {
    return new QuotedPrintable(text, null).walk();
  }

  private int walk() {
    for (int i = 0; i < text.length; i++) {
      if (isLineEnd(i)) {
        put('\r');
        put('\n');
        column = 0;
        i++;
      } else {
        sign(i);
      }
    }
    return length;
  }

  private void sign(int i) {
    int wide = isPlain(i) ? 1 : 3;
    // A sign that ends its line needs no room for the "=".
    int room = i + 1 == text.length || isLineEnd(i + 1) ? WIDEST : WIDEST - 1;
    if (column + wide > room) {
      put('=');
      put('\r');
      put('\n');
      column = 0;
      wide = isPlain(i) ? 1 : 3;
    }
    if (wide == 1) {
      put(text[i]);
    } else {
      put('=');
      put(HEX[(text[i] >> 4) & 15]);
      put(HEX[text[i] & 15]);
    }
    column += wide;
  }

  private boolean isPlain(int i) {
    byte sign = text[i];
    if (sign == ' ' || sign == '\t') {
      // Some servers cut white space off the end of a line.
      return i + 1 < text.length && !isLineEnd(i + 1);
    }
    // A line must not look like the end of a letter, nor like the beginning of one in a mailbox.
    boolean isTaken = sign == '=' || (column == 0 && (sign == '.' || sign == 'F'));
    return sign > ' ' && sign < 127 && !isTaken;
  }

  private boolean isLineEnd(int i) {
    return text[i] == '\r' && i + 1 < text.length && text[i + 1] == '\n';
  }

  private void put(int sign) {
    if (out != null) {
      out[length] = (byte) sign;
    }
    length++;
  }
}
