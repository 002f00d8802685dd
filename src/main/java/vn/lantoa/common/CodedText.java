package vn.lantoa.common;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A text as the ledger keeps it: a person's or a provider's own words, or `@` and the key of one
/// of ours, behind which some say more: `@not-composed: …`.
public final class CodedText {

  /// What a person begins with that sign is no key: `@lan xem lại`, `@gmail.com`.
  private static final Pattern CODED =
      Pattern.compile("@([a-z-]+(?:\\.[A-Z_]+)?)(?:: (.*))?", Pattern.DOTALL);

  private CodedText() {}

  /// @param words our sentence for a key
  public static String said(String text, UnaryOperator<String> words) {
    var coded = CODED.matcher(text);
    if (!coded.matches()) {
      return text;
    }
    var said = words.apply(coded.group(1));
    return coded.group(2) == null ? said : said + " (" + coded.group(2) + ")";
  }
}
