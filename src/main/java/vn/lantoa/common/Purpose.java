package vn.lantoa.common;

/// What a message is for, and what somebody agreed to be written to about. Kept apart because the
/// rules on advertising (Nghị định 91/2020/NĐ-CP, Điều 3) take in what invites people to use a
/// service, also one that earns nothing, and leave out news and social policy.
public enum Purpose {
  /// What an authority has to make known: notices, deadlines, warnings.
  NOTICE,
  /// What it would like people to take up. Only to who agreed to that, too; says what it is, and
  /// how to refuse it.
  PROMO
}
