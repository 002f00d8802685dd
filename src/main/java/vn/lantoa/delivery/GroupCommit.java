package vn.lantoa.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;

/// Lets many threads share one transaction: all who come while one is under way are in the next.
/// The group is as large as the load makes it, so an idle system pays no wait and a busy one pays
/// one commit for many rows. Nobody returns before the commit that holds his row.
///
/// @param <Q> what one thread asks
/// @param <R> what it gets back
final class GroupCommit<Q, R> {

  private final int most;
  private final Function<List<Q>, List<R>> work;
  private final ConcurrentLinkedQueue<Waiting<Q, R>> queue = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean busy = new AtomicBoolean();

  /// @param most rows in one transaction
  /// @param work does all of them in one transaction; answers in the same order
  GroupCommit(int most, Function<List<Q>, List<R>> work) {
    this.most = most;
    this.work = work;
  }

  /// Waits until the work is committed.
  R submit(Q question) {
    var mine = enqueue(question);
    while (!mine.done) {
      LockSupport.park(this);
    }
    return mine.result();
  }

  /// Waits until the work is committed, but not for ever.
  ///
  /// @throws QueryTimeoutException when it was not committed by then. What had not been begun is
  ///   not done any more; what had been may still be
  R submit(Q question, Duration patience) {
    var mine = enqueue(question);
    long until = System.nanoTime() + patience.toNanos();
    while (!mine.done) {
      long left = until - System.nanoTime();
      if (left <= 0) {
        mine.givenUp = true;
        throw new QueryTimeoutException("Not committed within " + patience);
      }
      LockSupport.parkNanos(this, left);
    }
    return mine.result();
  }

  private Waiting<Q, R> enqueue(Q question) {
    var mine = new Waiting<Q, R>(question, Thread.currentThread());
    queue.add(mine);
    if (busy.compareAndSet(false, true)) {
      Thread.ofVirtual().name("group-commit").start(this::workOff);
    }
    return mine;
  }

  /// Group after group until nobody waits. By a thread of its own: one of those that wait would
  /// have to be woken for the next group, behind all the others that this one has just set going.
  private void workOff() {
    do {
      while (!queue.isEmpty()) {
        commitNext();
      }
      busy.set(false);
      // Someone may have come between the two looks.
    } while (!queue.isEmpty() && busy.compareAndSet(false, true));
  }

  private void commitNext() {
    var group = new ArrayList<Waiting<Q, R>>();
    for (Waiting<Q, R> next; group.size() < most && (next = queue.poll()) != null; ) {
      if (!next.givenUp) {
        group.add(next);
      }
    }
    if (group.isEmpty()) {
      return;
    }
    try {
      var answers = work.apply(group.stream().map(waiting -> waiting.question).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).end(answers.get(i), null);
      }
    } catch (RuntimeException e) {
      group.forEach(waiting -> waiting.end(null, e));
    } catch (Error e) {
      // Out of memory, say: nobody may wait for ever for that.
      group.forEach(waiting -> waiting.end(null, new IllegalStateException(e)));
    }
  }

  private static final class Waiting<Q, R> {
    private final Q question;
    private final Thread thread;
    private volatile boolean done;
    private volatile boolean givenUp;
    private @Nullable R answer;
    private @Nullable RuntimeException failure;

    Waiting(Q question, Thread thread) {
      this.question = question;
      this.thread = thread;
    }

    void end(@Nullable R answer, @Nullable RuntimeException failure) {
      this.answer = answer;
      this.failure = failure;
      done = true;
      LockSupport.unpark(thread);
    }

    @SuppressWarnings("NullAway") // An answer without a failure is what the work gave back.
    R result() {
      if (failure != null) {
        throw failure;
      }
      return answer;
    }
  }
}
