package vn.lantoa.calendar;

/// How these files say yes and no.
final class CalendarFlags {

  private CalendarFlags() {}

  /// Stricter than `Boolean.parseBoolean`, which takes a slip for a no.
  static boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }
}
