package vn.lantoa.content;

/// Where the current version of an item stands.
public enum ContentStatus {
  /// Nobody has decided on this text yet.
  WAITING,
  /// A second person approved exactly this text.
  APPROVED,
  /// A second person wants it changed; the reason is with the approval.
  RETURNED,
  /// Taken out of the library; what was sent stays on record.
  WITHDRAWN
}
