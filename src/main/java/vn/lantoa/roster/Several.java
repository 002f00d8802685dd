package vn.lantoa.roster;

/// What is to be done where one cell holds several numbers or addresses.
public enum Several {
  /// Nobody has said so yet: such rows wait.
  ASK,
  /// The first is taken.
  FIRST,
  /// Each is taken, as a person of the same name.
  EACH,
  /// The row is refused.
  REFUSE
}
