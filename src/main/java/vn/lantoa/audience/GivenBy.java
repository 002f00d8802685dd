package vn.lantoa.audience;

/// Who agreed.
public enum GivenBy {
  PERSON,
  /// A parent or guardian, for a child (Luật 91/2025/QH15, Điều 24).
  REPRESENTATIVE,
  /// A list of the unit says so.
  UNIT_LIST
}
