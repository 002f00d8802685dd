package vn.lantoa.security;

/// Over what a permission is given.
public enum Realm {
  /// The installation as a whole. Only a grant at the top of the tree counts.
  MACHINE,
  /// An item of the library: a grant in the unit it belongs to, or above; what belongs to no unit
  /// is kept at the top. Reading is for everybody who has the permission anywhere.
  LIBRARY,
  /// Whatever belongs to a unit: a grant there or above.
  UNIT,
  /// What is one's own. Any grant will do.
  OWN
}
