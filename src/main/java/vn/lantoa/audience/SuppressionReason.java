package vn.lantoa.audience;

/// Why an address is not to be used.
public enum SuppressionReason {
  /// The person's own act.
  OPT_OUT,
  /// The mailbox or number does not exist.
  HARD_BOUNCE,
  /// Reported as spam.
  COMPLAINT,
  /// On the state's Do-Not-Call register.
  DO_NOT_CALL,
  /// An officer decided it.
  MANUAL
}
