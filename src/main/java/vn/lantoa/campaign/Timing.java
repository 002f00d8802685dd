package vn.lantoa.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;
import vn.lantoa.common.Refusal;

/// When a wave goes out, as the officer chose it: wall time and zone. A moment in a gap of daylight
/// saving time moves forward by the gap; in an overlap the first instant counts (java.time's
/// rules).
///
/// @param start the first moment it may fire; null: when the campaign is approved
/// @param cron null: once, at `start`. Else six fields (second minute hour day month weekday), read
///   in `zone`: `0 30 7 * * MON` every Monday at 7:30, `0 0 8 10 10 *` every 10 October at 8
public record Timing(@Nullable LocalDateTime start, ZoneId zone, @Nullable String cron) {

  /// Nobody wants to be told the same more often, and every moment costs.
  public static final Duration SHORTEST_RHYTHM = Duration.ofHours(1);

  /// With a night that has an hour more.
  private static final int MOMENTS_OF_A_DAY = 25;

  public Timing {
    if (start == null && cron != null) {
      throw new IllegalArgumentException("What repeats has a day it begins on: " + cron);
    }
    if (cron != null && !CronExpression.isValidExpression(cron)) {
      throw new Refusal("campaign.cron-invalid", cron);
    }
  }

  public static Timing once(LocalDateTime start, ZoneId zone) {
    return new Timing(start, zone, null);
  }

  /// Once, when the campaign is approved, whenever that is.
  public static Timing atApproval(ZoneId zone) {
    return new Timing(null, zone, null);
  }

  public boolean isAtApproval() {
    return start == null;
  }

  /// The first moment at or after `from` that it fires; empty when it never does again. For what
  /// goes out at approval that is `from` itself: ask at the moment of approval.
  public Optional<Instant> firstAtOrAfter(Instant from) {
    if (start == null) {
      return Optional.of(from);
    }
    var first = start.atZone(zone).toInstant();
    if (cron == null) {
      return Optional.of(first).filter(instant -> !instant.isBefore(from));
    }
    var earliest = first.isAfter(from) ? first : from;
    var expression = CronExpression.parse(cron);
    // In wall time, where every night has a half past two: asked in a zone, the expression would
    // leave out the one in a gap and come twice in an overlap. next() is strictly after, so ask
    // from a moment earlier.
    var wall = expression.next(wallTime(earliest).minusNanos(1));
    while (wall != null && wall.atZone(zone).toInstant().isBefore(earliest)) {
      wall = expression.next(wall);
    }
    return Optional.ofNullable(wall).map(time -> time.atZone(zone).toInstant());
  }

  /// The first moment it would go out if it were approved at `now`; empty when that has passed. A
  /// one-off whose moment came while it waited for approval still goes out within its catch-up
  /// window.
  public Optional<Instant> firstIfApproved(Instant now, Duration catchUp) {
    return firstAtOrAfter(repeats() || isAtApproval() ? now : now.minus(catchUp));
  }

  /// What the clocks show; just after a gap, what they showed before it, since moments within the
  /// gap are still to come.
  private LocalDateTime wallTime(Instant instant) {
    var last = zone.getRules().previousTransition(instant.plusNanos(1));
    boolean justAfterGap =
        last != null
            && last.isGap()
            && instant.isBefore(last.getInstant().plus(last.getDuration()));
    return justAfterGap ? last.getDateTimeBefore() : LocalDateTime.ofInstant(instant, zone);
  }

  /// Whether two of its moments are closer to each other than [#SHORTEST_RHYTHM]: told by the
  /// moments themselves, for there are many ways to write the same. Those of one day repeat on
  /// every other, so the first of them tell.
  public boolean isTooOften() {
    if (start == null) {
      return false;
    }
    var last = firstAtOrAfter(Instant.EPOCH);
    for (int i = 0; i < MOMENTS_OF_A_DAY && repeats() && last.isPresent(); i++) {
      var next = firstAtOrAfter(last.get().plusNanos(1));
      if (next.isPresent()
          && Duration.between(last.get(), next.get()).compareTo(SHORTEST_RHYTHM) < 0) {
        return true;
      }
      last = next;
    }
    return false;
  }

  public boolean repeats() {
    return cron != null;
  }
}
