package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Node;
import vn.lantoa.database.TestDatabase;

/// What goes wrong around the wire: before it, while the provider has the message, and after.
@Timeout(60)
class DeliveryAttemptTest {

  private DataSource database;
  private JdbcClient jdbc;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    jdbc = JdbcClient.create(database);
  }

  @Test
  void aDatabaseThatGoesAwayWhileAMessageIsAtTheProviderDoesNotSendItTwice() throws Exception {
    // So many that what is claimed ahead is enough for a while, as in any larger campaign.
    LedgerExamples.runningCampaign(jdbc, 40);
    var down = new AtomicBoolean();
    var flaky = flaky(down);
    var through = JdbcClient.create(flaky);
    var sent = new ConcurrentHashMap<Long, AtomicInteger>();
    var first = new CountDownLatch(6);
    var gate = LedgerExamples.gate(through, "main", "second");
    var outcomes = LedgerExamples.outcomes(through, flaky);
    var attempt =
        new DeliveryAttempt(
            LedgerExamples.composer(),
            LedgerExamples.turns(through, "here"),
            new RouteGateway(null) {
              @Override
              Outcome deliver(OutgoingMessage message) {
                sent.computeIfAbsent(message.deliveryId(), _ -> new AtomicInteger())
                    .incrementAndGet();
                first.countDown();
                sleep(900); // A provider that takes a second.
                return new Outcome.Accepted("SM" + message.deliveryId());
              }
            },
            outcomes,
            gate,
            new RenderHealth(null),
            LedgerExamples.queue(through, "here"),
            InstantSource.system());
    var pump =
        new ChannelPump(
            Channel.SMS,
            LedgerExamples.channels().of(Channel.SMS),
            LedgerExamples.queue(through, "here"),
            attempt,
            gate,
            Duration.ofSeconds(1));

    pump.start();
    assertThat(first.await(20, TimeUnit.SECONDS)).isTrue();
    down.set(true); // PostgreSQL is killed …
    sleep(4_000);
    down.set(false); // … and is back after four seconds.
    await().atMost(Duration.ofSeconds(40)).until(() -> LedgerExamples.count(jdbc, "SENT") == 40);
    pump.end(System.nanoTime() + 5_000_000_000L);
    pump.join();

    assertThat(sent.values()).extracting(AtomicInteger::get).containsOnly(1);
  }

  @Test
  void whatLearnThrowsAfterTheWireDoesNotSendAgain() throws Exception {
    LedgerExamples.runningCampaign(jdbc, 1);
    var down = new AtomicBoolean();
    var flaky = flaky(down);
    var through = JdbcClient.create(flaky);
    var sent = new AtomicInteger();
    var gate = LedgerExamples.gate(through, "main", "second");
    var attempt =
        new DeliveryAttempt(
            LedgerExamples.composer(),
            LedgerExamples.turns(through, "here"),
            new RouteGateway(null) {
              @Override
              Outcome deliver(OutgoingMessage message) {
                sent.incrementAndGet();
                down.set(true);
                sleep(600);
                return new Outcome.Ambiguous("lost");
              }
            },
            LedgerExamples.outcomes(through, flaky),
            gate,
            new RenderHealth(null),
            LedgerExamples.queue(through, "here"),
            InstantSource.system());
    var next = LedgerExamples.queue(jdbc, "here").claim(Channel.SMS, 1, Duration.ofSeconds(60));

    // The contract of fileAndSend: "When this throws, neither is done: nothing has left."
    try {
      attempt.fileAndSend(null, next.getFirst(), () -> true);
    } catch (RuntimeException e) {
      assertThat(sent.get()).as("it threw, so nothing has left").isZero();
    }
  }

  /// Stopped, or its machine suspended, between the commit and the wire: others have seen its lease
  /// end meanwhile, looked for the message in vain and sent it.
  @Test
  void aNodeThatStoodStillBeforeTheWireDoesNotSend() throws Exception {
    LedgerExamples.runningCampaign(jdbc, 1);
    var sent = new AtomicInteger();
    var shift = new AtomicReference<>(Duration.ZERO);
    InstantSource clock = () -> InstantSource.system().instant().plus(shift.get());
    var turns =
        new LedgerTurns(
            jdbc,
            LedgerExamples.queue(jdbc, "here"),
            new Node("here"),
            new SendingHours(
                LedgerExamples.queue(jdbc, "here"), new AnyHour(), LedgerExamples.clock(jdbc)),
            LedgerExamples.cap(jdbc, 0)) {
          @Override
          boolean commit(
              Channel channel, AttemptResult last, ClaimedDelivery next, String account) {
            boolean may = super.commit(channel, last, next, account);
            shift.set(Duration.ofMinutes(3));
            return may;
          }
        };
    var attempt =
        new DeliveryAttempt(
            LedgerExamples.composer(),
            turns,
            new RouteGateway(null) {
              @Override
              Outcome deliver(OutgoingMessage message) {
                sent.incrementAndGet();
                return new Outcome.Accepted("SM1");
              }
            },
            LedgerExamples.outcomes(jdbc, database),
            LedgerExamples.gate(jdbc, "main"),
            new RenderHealth(null),
            LedgerExamples.queue(jdbc, "here"),
            clock);
    var mine = LedgerExamples.queue(jdbc, "here").claim(Channel.SMS, 1, Duration.ofSeconds(60));

    var result = attempt.fileAndSend(null, mine.getFirst(), () -> true);
    attempt.file(result);

    assertThat(sent.get()).isZero();
    assertThat(LedgerExamples.status(jdbc)).isEqualTo("PENDING");
  }

  private DataSource flaky(AtomicBoolean down) {
    return new DelegatingDataSource(database) {
      @Override
      public Connection getConnection() throws SQLException {
        if (down.get()) {
          throw new SQLException("terminating connection due to administrator command", "57P01");
        }
        return super.getConnection();
      }
    };
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
