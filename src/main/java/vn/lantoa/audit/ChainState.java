package vn.lantoa.audit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What was found when the chain was last gone through.
///
/// @param at by the database's clock
/// @param entries how many were found in order, from the first one on
/// @param fault the first one; null: there is none
/// @param entryId the entry it is at; null: it is at none, or at one that is gone with its seal
/// @param day whose file says something else; null: no file does
public record ChainState(
    Instant at,
    long entries,
    @Nullable Fault fault,
    @Nullable Long entryId,
    @Nullable LocalDate day) {

  public boolean isSound() {
    return fault == null;
  }

  /// What can be wrong with a chain.
  public enum Fault {
    /// The entry says something else than when it was sealed.
    CHANGED,
    /// The entry is gone, its seal is there.
    MISSING,
    /// Seals are gone from the middle.
    TORN,
    /// Seals are gone from the end, or are others than a daily file or an earlier look have kept.
    CUT,
    /// The entry has no seal and waits for none.
    FORGOTTEN
  }
}
