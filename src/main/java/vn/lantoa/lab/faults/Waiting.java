package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Waiting for something to become true, with an end in sight.
final class Waiting {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private Waiting() {}

  static void pause(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted");
    }
  }

  /// For all of them to end, or until this thread is interrupted.
  static void forAll(List<Thread> threads) {
    try {
      for (var thread : threads) {
        thread.join();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// @return whether it became true in time
  static boolean until(Duration most, BooleanSupplier condition) {
    return until(most, BETWEEN_LOOKS, condition);
  }

  static boolean until(Duration most, Duration betweenLooks, BooleanSupplier condition) {
    long end = System.nanoTime() + most.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause(betweenLooks);
    }
    return true;
  }
}
