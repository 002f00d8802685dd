package vn.lantoa.audience;

import java.util.Locale;

/// What somebody typed to find people: part of a name, with or without marks, or the beginning of
/// an address. Each is a pattern for `like`.
///
/// @param name for `folded(name)`
/// @param address for an address in small letters
/// @param phone for a number as it is stored: `0912` is `+84912`
public record SearchText(String name, String address, String phone) {

  public static SearchText of(String typed) {
    var text = escaped(typed.strip());
    var digits = text.replaceAll("[ .-]", "");
    return new SearchText(
        "%" + text + "%", text.toLowerCase(Locale.ROOT) + "%", phone(digits) + "%");
  }

  private static String phone(String digits) {
    // Of dots alone nothing is left, and nothing is the beginning of every number.
    return digits.isEmpty()
        ? "-"
        : digits.matches("0[0-9]+") ? "+84" + digits.substring(1) : digits;
  }

  /// Whether nothing was typed: everything matches.
  public boolean isEmpty() {
    return name.equals("%%");
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
