package vn.lantoa.channel.email;

import jakarta.mail.internet.MimeUtility;

/// A header line folded as RFC 5322 2.1.1 recommends: at most 78 characters, where there is a space
/// to fold at. The library counts to 76 but never folds before the first word, and an encoded word
/// alone may have 75 characters (RFC 2047).
final class Folded {

  private static final int LONGEST_LINE = 78;

  private Folded() {}

  /// @param value as it stands in a letter, its words encoded
  /// @return the value to be written behind `name: `
  static String header(String name, String value) {
    int used = name.length() + ": ".length();
    var folded = MimeUtility.fold(used, value);
    int end = folded.indexOf('\r');
    int first = used + (end < 0 ? folded.length() : end);
    return first <= LONGEST_LINE ? folded : "\r\n " + MimeUtility.fold(1, value);
  }
}
