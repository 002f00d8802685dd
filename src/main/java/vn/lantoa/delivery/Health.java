package vn.lantoa.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/// The last minute of one account, as this node saw it.
final class Health {

  private static final long WINDOW = TimeUnit.SECONDS.toNanos(60);

  /// So many failures within the window mean trouble, however many messages got through.
  private static final int MANY = 50;

  /// Fewer than this say nothing about a share.
  private static final int TELLING = 20;

  private final Deque<Long> failures = new ArrayDeque<>();
  private final Deque<Long> answers = new ArrayDeque<>();

  synchronized void answered() {
    long now = System.nanoTime();
    // A healthy account is not worth remembering message by message.
    if (!failures.isEmpty() || answers.size() < TELLING) {
      answers.add(now);
    }
    forget(now);
  }

  /// @return whether the account should be left alone: half of at least twenty failed
  synchronized boolean failed() {
    long now = System.nanoTime();
    failures.add(now);
    forget(now);
    int all = failures.size() + answers.size();
    return all >= TELLING && failures.size() * 2 >= all;
  }

  /// Whether others should take over some of its share.
  synchronized boolean isPoor() {
    return failures.size() >= MANY;
  }

  synchronized void clear() {
    failures.clear();
    answers.clear();
  }

  private void forget(long now) {
    forget(failures, now);
    forget(answers, now);
  }

  private static void forget(Deque<Long> times, long now) {
    while (!times.isEmpty() && now - times.getFirst() > WINDOW) {
      times.removeFirst();
    }
  }
}
