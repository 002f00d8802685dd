package vn.lantoa.hooks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongConsumer;

/// Says what anybody can bring about as often as he likes only now and then, and how often it was:
/// a log is not to be filled from outside.
final class Seldom {

  private final InstantSource clock;
  private final Duration apart;
  private Instant next = Instant.MIN;
  private long times;

  Seldom(InstantSource clock, Duration apart) {
    this.clock = clock;
    this.apart = apart;
  }

  /// @param says told how often it happened since the last time something was said
  synchronized void seldom(LongConsumer says) {
    times++;
    var now = clock.instant();
    if (!now.isBefore(next)) {
      says.accept(times);
      times = 0;
      next = now.plus(apart);
    }
  }
}
