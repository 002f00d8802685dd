package vn.lantoa.channel.email;

/// The one gate in front of every header. The mail library writes line breaks in a value as they
/// are, and a line break ends a header: what follows would be a header of the attacker's choice.
final class HeaderSafe {

  private HeaderSafe() {}

  /// Gives the text back as it is.
  ///
  /// @throws UnsafeHeader when it holds CR, LF, NUL, another control character, or a Unicode line
  ///   separator
  static String check(String header, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        throw new UnsafeHeader(header);
      }
    }
    return value;
  }

  /// Names the header only: the value is not fit for a log.
  static final class UnsafeHeader extends RuntimeException {
    private final String header;

    UnsafeHeader(String header) {
      super("Line break or control character in " + header, null, false, false);
      this.header = header;
    }

    String header() {
      return header;
    }
  }
}
