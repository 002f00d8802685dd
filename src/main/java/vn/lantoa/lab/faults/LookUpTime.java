package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.List;

/// Gives a node the time to ask the providers what became of uncertain messages. The look-up waits
/// two minutes before it believes that nothing was taken; the database's clock is moved on instead
/// of waiting.
final class LookUpTime {

  /// After a minute, when a message may be asked about again, and after two, when it may be sent
  /// again.
  private static final Duration FIRST = Duration.ofSeconds(70);

  private static final Duration NEXT = Duration.ofSeconds(130);

  /// A message is asked about ten times. On a machine that does much else, an answer may come too
  /// late, and what is sent again may have to be asked about again.
  private static final int ROUNDS = 9;

  private static final int LEAST = 3;

  /// Of a round, at most.
  private static final Duration ASKED = Duration.ofSeconds(20);

  private LookUpTime() {}

  /// @param shifted how far the database's clock has been moved already
  static void pass(Bench bench, Duration shifted, List<Sending> sendings) {
    for (int round = 0; isOn(round, bench, sendings); round++) {
      bench.postgres().shiftClock(shifted.plus(FIRST).plus(NEXT.multipliedBy(round)));
      Waiting.until(ASKED, () -> uncertain(bench, sendings) == 0);
      // What is sent again is left the time to arrive: a clock that jumps while it is on the wire
      // makes it uncertain once more, as no clock of the product's ever does.
      bench.ledger().awaitSettled(sendings, ASKED);
    }
  }

  /// What is only on its way to being uncertain is seen a few minutes later.
  private static boolean isOn(int round, Bench bench, List<Sending> sendings) {
    return round < LEAST || round < ROUNDS && uncertain(bench, sendings) > 0;
  }

  static long uncertain(Bench bench, List<Sending> sendings) {
    return sendings.stream().mapToLong(sending -> bench.verdict(sending).uncertain()).sum();
  }
}
