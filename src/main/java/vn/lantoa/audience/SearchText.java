package vn.lantoa.audience;

import java.util.Locale;

/// What somebody typed to find people: part of a name, with or without marks, or an address. Each
/// is a pattern for `like`.
///
/// @param typed empty: everything matches
/// @param name for `folded(name)`
/// @param address for an address in small letters
/// @param phone for a number as it is stored: `0912` is `+84912`
public record SearchText(String typed, String name, String address, String phone) {

  /// For who is told whole addresses: the beginning of one finds it.
  public static SearchText of(String typed) {
    return of(typed, "%");
  }

  /// For who is shown addresses with dots in them: only a whole one finds it. By beginnings, one
  /// longer than the other, he would read what the dots hide.
  public static SearchText ofWhole(String typed) {
    return of(typed, "");
  }

  /// @param whole whether who asks is told whole addresses
  public static SearchText by(boolean whole, String typed) {
    return whole ? of(typed) : ofWhole(typed);
  }

  private static SearchText of(String typed, String more) {
    var text = escaped(typed.strip());
    var digits = text.replaceAll("[ .-]", "");
    return new SearchText(
        typed.strip(),
        "%" + text + "%",
        text.toLowerCase(Locale.ROOT) + more,
        phone(digits) + more);
  }

  private static String phone(String digits) {
    // Of dots alone nothing is left, and nothing is the beginning of every number.
    return digits.isEmpty()
        ? "-"
        : digits.matches("0[0-9]+") ? "+84" + digits.substring(1) : digits;
  }

  /// Whether nothing was typed: everything matches.
  public boolean isEmpty() {
    return typed.isEmpty();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
