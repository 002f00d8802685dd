package vn.lantoa.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Lets many threads share one transaction: whoever comes first carries out the work of all who
/// queue behind him meanwhile. The group is as large as the load makes it, so an idle system pays
/// no wait and a busy one pays one commit for many rows. Nobody returns before the commit that
/// holds his row.
///
/// @param <Q> what one thread asks
/// @param <R> what it gets back
final class GroupCommit<Q, R> {

  private final int most;
  private final Function<List<Q>, List<R>> work;
  private final ConcurrentLinkedQueue<Waiting<Q, R>> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock leader = new ReentrantLock();

  /// @param most rows in one transaction
  /// @param work does all of them in one transaction; answers in the same order
  GroupCommit(int most, Function<List<Q>, List<R>> work) {
    this.most = most;
    this.work = work;
  }

  /// Waits until the work is committed.
  R submit(Q question) {
    var mine = new Waiting<Q, R>(question, new CompletableFuture<>());
    queue.add(mine);
    leader.lock();
    try {
      while (!mine.answer.isDone()) {
        lead();
      }
    } finally {
      leader.unlock();
    }
    try {
      return mine.answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void lead() {
    var group = new ArrayList<Waiting<Q, R>>();
    for (Waiting<Q, R> next; group.size() < most && (next = queue.poll()) != null; ) {
      group.add(next);
    }
    try {
      var answers = work.apply(group.stream().map(Waiting::question).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).answer.complete(answers.get(i));
      }
    } catch (RuntimeException e) {
      group.forEach(waiting -> waiting.answer.completeExceptionally(e));
    }
  }

  private record Waiting<Q, R>(Q question, CompletableFuture<R> answer) {}
}
