package vn.lantoa.common;

import org.jspecify.annotations.Nullable;

/// Who acts: an account, or the program itself (then there is no account id).
public record Actor(@Nullable Long accountId, String name) {

  /// The program, acting by itself: schedules, sweeps, the intake of content files.
  public static final Actor SYSTEM = new Actor(null, "Lan Tỏa");

  /// Somebody without an account, of whom nothing is kept: a person at the link in his letter.
  public static final Actor OUTSIDER = new Actor(null, "");

  /// Whether both are the same account. The program is nobody's double.
  public boolean isSamePersonAs(@Nullable Long otherAccountId) {
    return accountId != null && accountId.equals(otherAccountId);
  }
}
