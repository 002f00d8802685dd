package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.delivery.Outcomes.Receipt;
import vn.lantoa.delivery.Outcomes.Settlement;

/// Everything that changes several rows, done by two nodes to the same few rows at the same time.
/// PostgreSQL itself counts the deadlocks: that each was done again in the end is not enough.
@Timeout(120)
class LockRacesTest {

  private static final int ROWS = 40;
  private static final Duration LASTING = Duration.ofSeconds(6);

  private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
  private DataSource database;
  private JdbcClient jdbc;
  private JdbcOutcomes outcomes;
  private TransactionTemplate transaction;
  private Instant end;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    jdbc = JdbcClient.create(database);
    outcomes = LedgerExamples.outcomes(jdbc, database);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    LedgerExamples.runningCampaign(jdbc, ROWS);
    // Shared by all, so that every group counts the same days.
    jdbc.sql("update delivery set address = '+8430' || lpad((id % 7)::text, 7, '0')").update();
  }

  @Test
  void nobodyEverWaitsForWhoWaitsForHim() throws Exception {
    end = now().plus(LASTING);
    var threads = new ArrayList<Thread>();
    for (var node : List.of("here", "there")) {
      var queue = LedgerExamples.queue(jdbc, node);
      threads.add(start("sending", _ -> send(node, queue)));
      threads.add(start("recovery", _ -> recover(queue)));
      threads.add(start("expiry", _ -> queue.expire()));
      // Groups of each node their own, as two nodes behind a load balancer have.
      var receipts = LedgerExamples.outcomes(jdbc, database);
      threads.add(start("receipts", _ -> receive(receipts)));
    }
    threads.add(start("decisions", this::decide));
    threads.add(start("cancel", this::cancel));
    threads.add(start("fold", _ -> new Tally(jdbc).fold()));
    for (var thread : threads) {
      thread.join();
    }

    assertThat(failures).isEmpty();
    assertThat(done.keySet()).hasSize(8);
    await().during(Duration.ofSeconds(2)).until(() -> deadlocks() == 0);
    assertThat(openOnlyInOnePlace()).isZero();
  }

  private void send(String node, DeliveryQueue queue) {
    var turns =
        LedgerExamples.turns(
            jdbc, new vn.lantoa.common.Node(node), LedgerExamples.cap(jdbc, 1_000_000));
    var claimed = new ArrayList<>(queue.claim(Channel.SMS, ROWS / 2, Duration.ofSeconds(60)));
    Collections.shuffle(claimed);
    all(
        claimed,
        next -> {
          if (turns.commit(Channel.SMS, null, next, "main")) {
            turns.commit(Channel.SMS, outcomes.judge(next, answer(next)), null, "");
          }
        });
    queue.release(claimed);
  }

  private static Outcome answer(ClaimedDelivery delivery) {
    return switch (ThreadLocalRandom.current().nextInt(4)) {
      case 0 -> new Outcome.Retry(null, "busy");
      case 1 -> new Outcome.Ambiguous("no answer");
      case 2 -> new Outcome.Permanent("no", false);
      default -> new Outcome.Accepted("SM" + delivery.id());
    };
  }

  private void receive(JdbcOutcomes node) {
    all(
        shuffledIds(),
        id -> node.receipt(id, new Receipt(DeliveryStatus.DELIVERED, "SM" + id, "")));
    // Not the end of it: the rows are wanted again.
    again("DELIVERED");
  }

  private void recover(DeliveryQueue queue) {
    queue.recoverOwn();
    queue.recoverLapsed();
  }

  private void decide(int turn) {
    var ids = shuffledIds();
    outcomes.settle(ids, turn % 2 == 0 ? Settlement.SEND_AGAIN : Settlement.WAS_SENT, Actor.SYSTEM);
    LedgerExamples.redelivery(jdbc, database).resend(ids, Actor.SYSTEM);
    LedgerExamples.uncertainties(jdbc, outcomes).leave(ids);
  }

  /// As the console does: the campaign is held, and what is open ends in the same transaction.
  private void cancel(int turn) {
    transaction.executeWithoutResult(_ -> {
      jdbc.sql("select id from campaign for update").query((row, _) -> row.getLong(1)).list();
      jdbc.sql("update campaign set status = 'CANCELLED'").update();
      LedgerExamples.queue(jdbc, "here").cancel();
    });
    jdbc.sql("update campaign set status = 'RUNNING'").update();
    again("CANCELLED");
  }

  /// Puts what has ended back on the desk, in order, as nobody but this test does.
  private void again(String status) {
    jdbc.sql(
            """
            with held as materialized (
              select id from delivery where status = :status order by id for update
            )
            update delivery d set status = 'FAILED' from held where d.id = held.id
            """)
        .param("status", status)
        .update();
  }

  private List<Long> shuffledIds() {
    var ids = new ArrayList<>(jdbc.sql("select id from delivery").query(Long.class).list());
    Collections.shuffle(ids);
    return ids;
  }

  private Thread start(String what, java.util.function.IntConsumer work) {
    return Thread.ofVirtual()
        .name(what)
        .start(() -> {
          for (int turn = 0; now().isBefore(end); turn++) {
            int number = turn;
            tryIt(what, () -> work.accept(number));
          }
        });
  }

  private <T> void all(List<T> of, Consumer<T> work) {
    var threads =
        of.stream()
            .map(
                one -> Thread.ofVirtual().start(() -> tryIt("one of many", () -> work.accept(one))))
            .toList();
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void tryIt(String what, Runnable work) {
    try {
      work.run();
      done.computeIfAbsent(what, _ -> new AtomicInteger()).incrementAndGet();
    } catch (RuntimeException e) {
      failures.computeIfAbsent(what + ": " + e, _ -> new AtomicInteger()).incrementAndGet();
    }
  }

  private long deadlocks() {
    return jdbc.sql("select deadlocks from pg_stat_database where datname = current_database()")
        .query(Long.class)
        .single();
  }

  /// A delivery is PENDING in the ledger exactly as long as it has a row in the queue.
  private long openOnlyInOnePlace() {
    return jdbc.sql(
            """
            select count(*) from delivery d full join queue q on q.delivery_id = d.id
            where (d.status = 'PENDING') <> (q.delivery_id is not null)
            """)
        .query(Long.class)
        .single();
  }

  private static Instant now() {
    return InstantSource.system().instant();
  }
}
