package vn.lantoa.common;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// From one day to another, both of them in it, as days are in Viet Nam.
///
/// @param from null: since ever
/// @param to null: for ever
public record DayRange(@Nullable LocalDate from, @Nullable LocalDate to) {

  public static final DayRange ALL = new DayRange(null, null);

  /// The first moment in it; null: it has no beginning.
  public @Nullable OffsetDateTime begin() {
    return from == null ? null : from.atStartOfDay(Zones.VIETNAM).toOffsetDateTime();
  }

  /// The first moment after it; null: it has no end.
  public @Nullable OffsetDateTime end() {
    return to == null ? null : to.plusDays(1).atStartOfDay(Zones.VIETNAM).toOffsetDateTime();
  }

  public boolean isAll() {
    return from == null && to == null;
  }

  /// Whether it has a day in common with this stretch.
  public boolean meets(LocalDate first, LocalDate last) {
    return (from == null || !last.isBefore(from)) && (to == null || !first.isAfter(to));
  }
}
