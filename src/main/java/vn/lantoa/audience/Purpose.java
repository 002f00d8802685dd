package vn.lantoa.audience;

/// What somebody agreed to be written to about.
public enum Purpose {
  /// What an authority has to make known: notices, deadlines, warnings.
  SERVICE,
  /// That, and what it would like people to take up.
  PROMOTION
}
