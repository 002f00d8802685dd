package vn.lantoa.broadcast;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.lantoa.common.Actor;

/// The weekly scripts of all stations.
public interface Scripts {

  /// Adds an item to the station's script of that week, making the script when there is none yet.
  /// The same delivery again changes nothing.
  ///
  /// @param weekOn any day of the week meant
  /// @param delivery the delivery it came with
  BroadcastScript add(
      long stationId,
      LocalDate weekOn,
      String itemId,
      String contentHash,
      String title,
      String body,
      long delivery);

  Optional<BroadcastScript> of(long stationId, LocalDate anyDayOfTheWeek);

  Optional<BroadcastScript> find(long scriptId);

  /// The school says the item was aired. Saying it again corrects time and length.
  ///
  /// @throws vn.lantoa.common.Refusal `script.item-unknown`, `script.aired-in-future`
  void confirmAired(
      long scriptId, long scriptItemId, Instant airedAt, Duration length, Actor actor);
}
