package vn.lantoa.delivery;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Looks now and then for what came back behind the marks of [ClaimMarks].
///
/// Such a look walks over all that was sent and could not be cleared away yet. On most days that is
/// nothing; while a snapshot of the database is held it takes a second or so for a million
/// deliveries. So it pauses twenty times as long as the last look took, but not so long that what
/// is due would wait for more than [#WITHIN].
final class LookBehind {

  /// Nothing that is due lies behind a mark for longer, as long as a look takes less than a third
  /// of it.
  static final Duration WITHIN = Duration.ofSeconds(15);

  private static final int TIMES = 20;

  /// For whom asks whether it is time, and for who takes it from here.
  private static final Duration MARGIN = Duration.ofSeconds(2);

  private final Duration least;
  private final LongSupplier nanos;
  private long next;
  private long spent;

  /// @param least the pause when a look costs next to nothing
  /// @param nanos as [System#nanoTime]
  LookBehind(Duration least, LongSupplier nanos) {
    this.least = least;
    this.nanos = nanos;
    this.next = nanos.getAsLong();
  }

  /// @param look finds up to `most`; when it does find so many, it is gone on with at once
  /// @return nothing as long as it is not time
  List<ClaimedDelivery> look(int most, Supplier<List<ClaimedDelivery>> look) {
    long begin = nanos.getAsLong();
    if (begin - next < 0) {
      return List.of();
    }
    var found = look.get();
    long end = nanos.getAsLong();
    spent += end - begin;
    next = end;
    if (found.size() < most) {
      next += pauseAfter(Duration.ofNanos(spent)).toNanos();
      spent = 0;
    }
    return found;
  }

  /// What comes back just behind a look waits for the pause and for the look after it.
  Duration pauseAfter(Duration look) {
    var inTime = WITHIN.minus(MARGIN).minus(look.multipliedBy(2));
    var pause = shorter(look.multipliedBy(TIMES), inTime);
    return longer(least, longer(look, pause));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
