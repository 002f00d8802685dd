package vn.lantoa.privacy;

/// What somebody may ask of who holds his data (Luật 91/2025/QH15, Điều 4).
public enum RequestKind {
  VIEW,
  CORRECT,
  WITHDRAW,
  RESTRICT,
  ERASE,
  EXPORT
}
