package vn.lantoa.common;

import java.util.function.UnaryOperator;

/// A text as the ledger keeps it: a person's or a provider's own words, or `@` and the key of one
/// of ours, behind which some say more: `@not-composed: …`.
public final class CodedText {

  private static final String MORE = ": ";

  private CodedText() {}

  /// @param words our sentence for a key
  public static String said(String text, UnaryOperator<String> words) {
    if (!text.startsWith("@")) {
      return text;
    }
    int more = text.indexOf(MORE);
    return more < 0
        ? words.apply(text.substring(1))
        : words.apply(text.substring(1, more)) + " (" + text.substring(more + MORE.length()) + ")";
  }
}
