package vn.lantoa.security;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Refusal;

/// Who holds which role where, from when to when. A grant is never deleted: it ends.
public interface Grants {

  /// Longer nobody stands in for another; then it is a role of his own.
  int LONGEST_SUBSTITUTION_DAYS = 60;

  /// All an account ever had, the newest first.
  List<Term> of(long accountId);

  /// @throws Refusal `grant.unknown`
  Term get(long id);

  /// @throws Refusal `grant.self`, `grant.ends-before-it-begins`, `grant.operator-at-the-top`,
  ///   `grant.exists`, `grant.substitute-of-himself`, `grant.substitute-too-long`,
  ///   `grant.principal-without-role`
  Term give(Wanted wanted, Actor by);

  /// Ends it at that moment; one that has not begun is never held.
  ///
  /// @param at not before now
  /// @throws Refusal `grant.self`, `grant.over`, `grant.in-the-past`, `grant.last-operator`,
  ///   `grant.substitute-too-long`
  void end(long id, Instant at, Actor by);

  /// @param from null: at once
  /// @param to the first moment it is not held any more; null: no end
  /// @param standsInFor the account whose work the holder does; null: his own
  record Wanted(
      long accountId,
      Role role,
      long unitId,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Long standsInFor,
      String reason) {}

  /// @param principal name of the person the holder stands in for; empty: nobody
  /// @param grantedBy name; empty: the program
  record Term(
      long id,
      long accountId,
      Role role,
      long unitId,
      Instant from,
      @Nullable Instant to,
      String principal,
      String grantedBy,
      String reason) {

    public Account.Grant grant() {
      return new Account.Grant(role, unitId);
    }

    /// Whether it has not begun, holds or is over.
    public State at(Instant now) {
      if (to != null && !now.isBefore(to)) {
        return State.OVER;
      }
      return now.isBefore(from) ? State.TO_COME : State.HELD;
    }
  }

  enum State {
    TO_COME,
    HELD,
    OVER
  }
}
