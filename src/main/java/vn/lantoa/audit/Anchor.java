package vn.lantoa.audit;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A seal that somebody has kept outside of the chain.
///
/// @param day of the daily file that ends with it; null: an earlier look has kept it
record Anchor(long place, byte[] hash, @Nullable LocalDate day) {

  boolean holds(byte[] other) {
    return Arrays.equals(hash, other);
  }
}
