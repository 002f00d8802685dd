package vn.lantoa.edge;

/// Characters that are no text: control characters, and halves of a pair that stand alone.
final class Unprintable {

  private Unprintable() {}

  static boolean is(int codePoint) {
    var type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        // PostgreSQL would keep them, XML and browsers do not know them.
        || (codePoint & 0xFFFE) == 0xFFFE;
  }

  static boolean isIn(String text) {
    return text.codePoints().anyMatch(Unprintable::is);
  }
}
