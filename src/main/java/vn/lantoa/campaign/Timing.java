package vn.lantoa.campaign;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;
import vn.lantoa.common.Refusal;

/// When a wave goes out, as the officer chose it: wall time and zone. In a gap of daylight saving
/// time a one-off moves forward by the gap; in an overlap the first instant counts (java.time's
/// rules).
///
/// @param start the first moment it may fire
/// @param cron null: once, at `start`. Else six fields (second minute hour day month weekday), read
///   in `zone`: `0 30 7 * * MON` every Monday at 7:30, `0 0 8 10 10 *` every 10 October at 8
public record Timing(LocalDateTime start, ZoneId zone, @Nullable String cron) {

  public Timing {
    if (cron != null && !CronExpression.isValidExpression(cron)) {
      throw new Refusal("campaign.cron-invalid", cron);
    }
  }

  public static Timing once(LocalDateTime start, ZoneId zone) {
    return new Timing(start, zone, null);
  }

  /// The first moment at or after `from` that it fires; empty when it never does again.
  public Optional<Instant> firstAtOrAfter(Instant from) {
    var first = start.atZone(zone);
    if (cron == null) {
      return Optional.of(first.toInstant()).filter(instant -> !instant.isBefore(from));
    }
    var earliest = first.toInstant().isAfter(from) ? first : from.atZone(zone);
    // next() is strictly after, so ask from a moment earlier.
    return Optional.ofNullable(CronExpression.parse(cron).next(earliest.minusNanos(1)))
        .map(java.time.ZonedDateTime::toInstant);
  }

  public boolean repeats() {
    return cron != null;
  }
}
