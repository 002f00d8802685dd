package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.List;

/// Gives a node the time to ask the providers what became of uncertain messages. The look-up waits
/// two minutes before it believes that nothing was taken; the database's clock is moved on instead
/// of waiting.
final class LookUpTime {

  /// At most: on a machine that does much else asking takes its time.
  private static final Duration LOOKED_UP = Duration.ofSeconds(60);

  private LookUpTime() {}

  /// @param shifted how far the database's clock has been moved already
  static void pass(Bench bench, Duration shifted, List<Sending> sendings) {
    for (var shift :
        List.of(Duration.ofSeconds(70), Duration.ofSeconds(200), Duration.ofSeconds(300))) {
      bench.postgres().shiftClock(shifted.plus(shift));
      Waiting.until(LOOKED_UP, () -> uncertain(bench, sendings) == 0);
    }
  }

  static long uncertain(Bench bench, List<Sending> sendings) {
    return sendings.stream().mapToLong(sending -> bench.verdict(sending).uncertain()).sum();
  }
}
