package vn.lantoa.roster;

/// What cannot be told from a file itself.
public enum Question {
  /// No row looks like headings.
  HEADER,
  /// No column holds names.
  NAME,
  /// None holds a number or an address.
  ADDRESS,
  /// None says who people are, and nobody has said it for all.
  AUDIENCE,
  /// Two or more could hold the same.
  SAME
}
