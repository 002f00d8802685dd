package vn.lantoa.delivery;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// This node's share of an account's token bucket. The bucket is in the database, shared by all
/// nodes; tokens are fetched some at a time, so that a fast account is not asked about every single
/// message.
final class TokenLease {

  private static final long LONGEST_NAP_MILLIS = 200;

  /// Tokens that were not used within this are given up: the rate holds within any such span.
  private static final long FRESH_NANOS = 250_000_000;

  private final int perSecond;
  private final ReentrantLock turn = new ReentrantLock();
  private int left;
  private long fetchedAt;

  /// @param perSecond what the account may be asked at most, by all nodes together
  TokenLease(int perSecond) {
    this.perSecond = perSecond;
  }

  /// Waits for a token.
  ///
  /// @param goOn false: nobody needs it any more
  /// @return false when `goOn` ended it
  boolean take(Bucket bucket, BooleanSupplier goOn) throws InterruptedException {
    turn.lockInterruptibly();
    try {
      while (goOn.getAsBoolean()) {
        long wait = takeNow(bucket);
        if (wait == 0) {
          return true;
        }
        Thread.sleep(Math.clamp(wait, 1, LONGEST_NAP_MILLIS));
      }
      return false;
    } finally {
      turn.unlock();
    }
  }

  /// Takes a token if there is one and nobody waits for one.
  boolean tryTake(Bucket bucket) {
    if (!turn.tryLock()) {
      return false;
    }
    try {
      return takeNow(bucket) == 0;
    } finally {
      turn.unlock();
    }
  }

  /// @return milliseconds to wait; 0: a token was taken
  private long takeNow(Bucket bucket) {
    if (left == 0 || System.nanoTime() - fetchedAt >= FRESH_NANOS) {
      var fetched =
          bucket.fetch(perSecond, Math.max(1, perSecond / 10.0), Math.max(1, perSecond / 20));
      left = fetched.tokens();
      fetchedAt = System.nanoTime();
      if (left == 0) {
        return Math.max(1, fetched.waitMillis());
      }
    }
    left--;
    return 0;
  }

  /// What was fetched is not to be used: the provider asked for less.
  void forget() {
    fetchedAt = System.nanoTime() - FRESH_NANOS;
  }

  /// The bucket all nodes share.
  interface Bucket {
    /// @param burst the most it holds
    /// @param want the most to take now
    Fetched fetch(double perSecond, double burst, int want);
  }

  /// @param waitMillis until there will be another token
  record Fetched(int tokens, long waitMillis) {}
}
