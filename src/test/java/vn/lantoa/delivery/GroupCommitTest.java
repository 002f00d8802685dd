package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class GroupCommitTest {

  @Test
  void everyoneGetsHisOwnAnswerAndTransactionsAreShared() throws Exception {
    var transactions = new AtomicInteger();
    var doubling =
        new GroupCommit<Integer, Integer>(
            50,
            group -> {
              transactions.incrementAndGet();
              assertThat(group).hasSizeLessThanOrEqualTo(50);
              sleep();
              return group.stream().map(n -> 2 * n).toList();
            });

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> askers = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        int n = i;
        askers.add(() -> doubling.submit(n) == 2 * n);
      }
      for (var answer : threads.invokeAll(askers)) {
        assertThat(answer.get()).isTrue();
      }
    }

    assertThat(transactions.get()).isBetween(10, 250);
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
    var goOn = new CountDownLatch(1);
    var work =
        new GroupCommit<String, Boolean>(
            10,
            group -> {
              await(goOn);
              done.addAll(group);
              return group.stream().map(_ -> true).toList();
            });
    var begun = CompletableFuture.supplyAsync(() -> work.submit("begun"));
    Thread.sleep(200);

    assertThatThrownBy(() -> work.submit("given up", Duration.ofMillis(100)))
        .isInstanceOf(QueryTimeoutException.class);

    goOn.countDown();
    assertThat(begun.get(5, TimeUnit.SECONDS)).isTrue();
    assertThat(work.submit("later", Duration.ofSeconds(5))).isTrue();
    assertThat(done).containsExactly("begun", "later");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anErrorInOneTransactionDoesNotStopTheNext() throws Exception {
    var work =
        failingOnce(() -> {
          throw new OutOfMemoryError("no room");
        });
    assertThatThrownBy(() -> work.submit("first")).isInstanceOf(Throwable.class);

    var second = CompletableFuture.supplyAsync(() -> work.submit("second"));

    assertThat(second.get(3, TimeUnit.SECONDS)).isEqualTo("second");
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

  private static void sleep() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
