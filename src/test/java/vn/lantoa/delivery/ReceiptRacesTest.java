package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.delivery.Outcomes.Receipt;

/// Receipts that come at the very moment their answer is filed.
@Timeout(90)
class ReceiptRacesTest {

  private DataSource database;
  private JdbcClient jdbc;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    jdbc = JdbcClient.create(database);
  }

  /// Twilio hangs up after fifteen seconds.
  @Test
  void aReceiptIsAnsweredBeforeTheProviderHangsUp() {
    assertThat(JdbcReceipts.PATIENCE).isLessThan(Duration.ofSeconds(13));
  }

  @Test
  void aReceiptThatComesWhileTheAnswerIsBeingFiledCounts() throws Exception {
    LedgerExamples.runningCampaign(jdbc, 1);
    var outcomes = LedgerExamples.outcomes(jdbc, database);
    var onTheWire = LedgerExamples.putOnTheWire(jdbc, "here");

    CompletableFuture<Boolean> receipt;
    try (var filing = database.getConnection()) {
      filing.setAutoCommit(false);
      // What LedgerTurns.WRITE does, stopped just before its commit.
      TestDatabase.execute(filing, "delete from queue where delivery_id = " + onTheWire.id());
      TestDatabase.execute(
          filing,
          "update delivery set status = 'SENT', provider_ref = 'SM1', attempts = 1, wire_at = lantoa_now(), settled_at = lantoa_now() where id = "
              + onTheWire.id());
      receipt =
          async(() ->
              outcomes.receipt(onTheWire.id(), new Receipt(DeliveryStatus.DELIVERED, "SM1", "")));
      sleep(700);
      assertThat(receipt).isNotDone();
      filing.commit();
    }

    receipt.get(60, TimeUnit.SECONDS);
    assertThat(LedgerExamples.status(jdbc)).isEqualTo("DELIVERED");
  }

  @Test
  void receiptsAndAnswersAtTheSameMoment() throws Exception {
    int n = 30;
    int rounds = 15;
    LedgerExamples.runningCampaign(jdbc, n * rounds);
    var turns = LedgerExamples.turns(jdbc, "here");
    var outcomes = LedgerExamples.outcomes(jdbc, database);
    var failures = new ConcurrentHashMap<String, AtomicInteger>();
    for (int round = 0; round < rounds; round++) {
      var claimed =
          LedgerExamples.queue(jdbc, "here").claim(Channel.SMS, n, Duration.ofSeconds(60));
      LedgerExamples.mark(jdbc, "here", claimed);
      var shuffled = new ArrayList<>(claimed);
      Collections.shuffle(shuffled);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var d : shuffled) {
          threads.submit(() ->
              tryIt(
                  failures,
                  "answer",
                  () ->
                      turns.commit(
                          Channel.SMS,
                          outcomes.judge(d, new Outcome.Accepted("SM" + d.id())),
                          null,
                          "")));
        }
        for (var d : claimed) {
          threads.submit(() ->
              tryIt(
                  failures,
                  "receipt",
                  () ->
                      outcomes.receipt(
                          d.id(), new Receipt(DeliveryStatus.DELIVERED, "SM" + d.id(), ""))));
        }
      }
    }
    long delivered = LedgerExamples.count(jdbc, "DELIVERED");
    assertThat(failures).isEmpty();
    assertThat(delivered).isEqualTo(n * rounds);
  }

  private static void tryIt(
      ConcurrentHashMap<String, AtomicInteger> failures, String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      failures
          .computeIfAbsent(what + ":" + e.getClass().getSimpleName(), _ -> new AtomicInteger())
          .incrementAndGet();
    }
  }

  private static <T> CompletableFuture<T> async(java.util.function.Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
