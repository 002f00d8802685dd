package vn.lantoa.common;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who acts: an account, or the program itself (then there is no account id).
///
/// @param together accounts that count as the same hands where two are wanted: whom one stands in
///   for and who stands in for one, who holds the keys of one's account
public record Actor(@Nullable Long accountId, String name, Set<Long> together) {

  /// The program, acting by itself: schedules, sweeps, the intake of content files.
  public static final Actor SYSTEM = new Actor(null, "Lan Tỏa");

  /// Somebody without an account, of whom nothing is kept: a person at the link in his letter.
  public static final Actor OUTSIDER = new Actor(null, "");

  public Actor {
    together = Set.copyOf(together);
  }

  public Actor(@Nullable Long accountId, String name) {
    this(accountId, name, Set.of());
  }

  /// Whether both are the same account. The program is nobody's double.
  public boolean isSamePersonAs(@Nullable Long otherAccountId) {
    return accountId != null && accountId.equals(otherAccountId);
  }

  /// Whether he could decide on what the other wrote: a second person, and no double of the first.
  public boolean isSecondPairOfEyesFor(@Nullable Long otherAccountId) {
    return accountId != null
        && !isSamePersonAs(otherAccountId)
        && (otherAccountId == null || !together.contains(otherAccountId));
  }

  /// Whether it is his work, too.
  public boolean isOneOf(Set<Long> accountIds) {
    return accountId != null && accountIds.contains(accountId);
  }

  /// Whether he could decide on what all of them wrote.
  public boolean isSecondPairOfEyesFor(Set<Long> writers) {
    return accountId != null && writers.stream().allMatch(writer -> isSecondPairOfEyesFor(writer));
  }

  /// Asks for the second pair of eyes.
  ///
  /// @param own the key of the refusal when it is his own work, too
  /// @throws Refusal that key, or `approval.same-hands`
  public void requireSecondPairOfEyesFor(Set<Long> writers, String own) {
    if (accountId == null || isOneOf(writers)) {
      throw new Refusal(own);
    }
    if (!isSecondPairOfEyesFor(writers)) {
      throw new Refusal("approval.same-hands");
    }
  }
}
