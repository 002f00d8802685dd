package vn.lantoa.roster;

/// What a heading means.
///
/// @param place among the headings of its kind, the best 0
record Meaning(Field field, int place) {

  /// Not known whole, only by the words in it.
  static final int BY_WORDS = Integer.MAX_VALUE;

  /// Somebody said so.
  static final int SAID = -1;
}
