package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lantoa.testing.Eventually.eventually;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.QueryTimeoutException;
import vn.lantoa.testing.Eventually;

@Timeout(300)
class GroupCommitTest {

  @Test
  void everyoneGetsHisOwnAnswerAndTransactionsAreShared() throws Exception {
    var groups = new CopyOnWriteArrayList<Integer>();
    var underWay = new CountDownLatch(1);
    var all = new CountDownLatch(1);
    var doubling =
        new GroupCommit<Integer, Integer>(
            50,
            group -> {
              groups.add(group.size());
              underWay.countDown();
              await(all);
              return group.stream().map(n -> 2 * n).toList();
            });
    var answers = new ConcurrentHashMap<Integer, Integer>();

    var askers = new ArrayList<Thread>();
    askers.add(Thread.ofVirtual().start(() -> answers.put(0, doubling.submit(0))));
    await(underWay);
    for (int i = 1; i <= 500; i++) {
      int n = i;
      askers.add(Thread.ofVirtual().start(() -> answers.put(n, doubling.submit(n))));
    }
    eventually()
        .until(() -> askers.stream().allMatch(asker -> asker.getState() == Thread.State.WAITING));
    all.countDown();
    for (var asker : askers) {
      asker.join();
    }

    assertThat(answers).hasSize(501).allSatisfy((n, twice) -> assertThat(twice).isEqualTo(2 * n));
    assertThat(groups).hasSize(11).startsWith(1).containsOnly(1, 50);
  }

  @Test
  void aFailedTransactionFailsForAllOfItsGroupAndNobodyElse() {
    var work =
        failingOnce(() -> {
          throw new IllegalStateException("disk full");
        });

    assertThatThrownBy(() -> work.submit("first")).hasMessage("disk full");
    assertThat(work.submit("second")).isEqualTo("second");
  }

  @Test
  void whoGivesUpBeforeHisTurnIsNotDoneAfterwards() throws Exception {
    var done = new ConcurrentLinkedQueue<String>();
    var underWay = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var work =
        new GroupCommit<String, Boolean>(
            10,
            group -> {
              underWay.countDown();
              await(goOn);
              done.addAll(group);
              return group.stream().map(_ -> true).toList();
            });
    var begun = CompletableFuture.supplyAsync(() -> work.submit("begun"));
    await(underWay);

    assertThatThrownBy(() -> work.submit("given up", Duration.ofMillis(100)))
        .isInstanceOf(QueryTimeoutException.class);

    goOn.countDown();
    assertThat(begun).succeedsWithin(Eventually.PATIENCE).isEqualTo(true);
    assertThat(work.submit("later", Eventually.PATIENCE)).isTrue();
    assertThat(done).containsExactly("begun", "later");
  }

  @Test
  void anErrorInOneTransactionDoesNotStopTheNext() {
    var work =
        failingOnce(() -> {
          throw new OutOfMemoryError("no room");
        });
    assertThatThrownBy(() -> work.submit("first")).isInstanceOf(Throwable.class);

    var second = CompletableFuture.supplyAsync(() -> work.submit("second"));

    assertThat(second).succeedsWithin(Eventually.PATIENCE).isEqualTo("second");
  }

  private static GroupCommit<String, String> failingOnce(Runnable failure) {
    var once = new AtomicInteger();
    return new GroupCommit<>(
        10,
        group -> {
          if (once.getAndIncrement() == 0) {
            failure.run();
          }
          return group;
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
