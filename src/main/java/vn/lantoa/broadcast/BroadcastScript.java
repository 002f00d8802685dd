package vn.lantoa.broadcast;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one station reads out in one week.
///
/// @param weekOn the Monday of the week
public record BroadcastScript(long id, Station station, LocalDate weekOn, List<Item> items) {

  /// @param length how long the station needs to read it
  /// @param airedAt when the school says it was aired; null while it has not said so
  public record Item(
      long id,
      int position,
      String itemId,
      String title,
      String body,
      Duration length,
      @Nullable Instant airedAt,
      @Nullable Duration airedFor,
      @Nullable String airedBy) {}

  public Duration length() {
    return items.stream().map(Item::length).reduce(Duration.ZERO, Duration::plus);
  }
}
