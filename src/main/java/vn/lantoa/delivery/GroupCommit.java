package vn.lantoa.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lets many threads share one transaction: whoever comes first carries out the work of all who
/// queue behind him, then hands over to the first who came meanwhile. The group is as large as the
/// load makes it, so an idle system pays no wait and a busy one pays one commit for many rows.
/// Nobody returns before the commit that holds his row.
///
/// @param <Q> what one thread asks
/// @param <R> what it gets back
final class GroupCommit<Q, R> {

  private final int most;
  private final Function<List<Q>, List<R>> work;
  private final ConcurrentLinkedQueue<Waiting<Q, R>> queue = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean led = new AtomicBoolean();

  /// @param most rows in one transaction
  /// @param work does all of them in one transaction; answers in the same order
  GroupCommit(int most, Function<List<Q>, List<R>> work) {
    this.most = most;
    this.work = work;
  }

  /// Waits until the work is committed.
  R submit(Q question) {
    var mine = new Waiting<Q, R>(question, Thread.currentThread());
    queue.add(mine);
    boolean leads = led.compareAndSet(false, true);
    while (!leads && !mine.done) {
      // Ends when the work is done or when it is our turn to lead; for no reason, too.
      LockSupport.park(this);
      leads = mine.leads;
    }
    try {
      while (!mine.done) {
        lead();
      }
    } finally {
      if (leads) {
        handOver();
      }
    }
    return mine.result();
  }

  private void lead() {
    var group = new ArrayList<Waiting<Q, R>>();
    for (Waiting<Q, R> next; group.size() < most && (next = queue.poll()) != null; ) {
      group.add(next);
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
      throw e;
    }
  }

  private void handOver() {
    while (true) {
      var next = queue.peek();
      if (next != null) {
        next.leads = true;
        LockSupport.unpark(next.thread);
        return;
      }
      led.set(false);
      // Someone may have come between the two looks; then one of us must lead.
      if (queue.isEmpty() || !led.compareAndSet(false, true)) {
        return;
      }
    }
  }

  private static final class Waiting<Q, R> {
    private final Q question;
    private final Thread thread;
    private volatile boolean leads;
    private volatile boolean done;
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
      if (thread != Thread.currentThread()) {
        LockSupport.unpark(thread);
      }
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
