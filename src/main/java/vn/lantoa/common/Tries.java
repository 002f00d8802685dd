package vn.lantoa.common;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Counts tries as a bucket with a hole counts water: so many at once, and one more each time a
/// drop has leaked. Who has used them up waits for one drop and has one try again, never longer. In
/// memory, of the names seen last.
public final class Tries {

  private static final int KEPT = 20_000;

  private final int atOnce;
  private final Duration oneMoreEvery;
  private final InstantSource clock;
  private final Map<String, Level> levels =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
          return size() > KEPT;
        }
      };

  /// @param atOnce how many before one has to wait
  public Tries(int atOnce, Duration oneMoreEvery, InstantSource clock) {
    this.atOnce = atOnce;
    this.oneMoreEvery = oneMoreEvery;
    this.clock = clock;
  }

  /// Counts one more, unless there are none left.
  ///
  /// @return how long until there is one again; empty: this one was counted
  public synchronized Optional<Duration> take(String who) {
    var wait = wait(who);
    if (wait.isEmpty()) {
      add(who);
    }
    return wait;
  }

  /// Counts one more.
  public synchronized void add(String who) {
    levels.put(who, new Level(level(who) + 1, clock.instant()));
  }

  /// Takes one back.
  public synchronized void takeBack(String who) {
    levels.put(who, new Level(Math.max(0, level(who) - 1), clock.instant()));
  }

  public synchronized void forget(String who) {
    levels.remove(who);
  }

  /// How long until there is a try again; empty: there is one now.
  public synchronized Optional<Duration> wait(String who) {
    double over = level(who) - (atOnce - 1);
    return over <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis((long) Math.ceil(over * oneMoreEvery.toMillis())));
  }

  private double level(String who) {
    var level = levels.get(who);
    if (level == null) {
      return 0;
    }
    double leaked =
        (double) Duration.between(level.at(), clock.instant()).toMillis() / oneMoreEvery.toMillis();
    return Math.max(0, level.water() - leaked);
  }

  private record Level(double water, Instant at) {}
}
