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
import java.util.function.Function;
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
    var attempt =
        attempt(
            flaky,
            LedgerExamples.turns(through, "here"),
            gate,
            InstantSource.system(),
            message -> {
              sent.computeIfAbsent(message.deliveryId(), _ -> new AtomicInteger())
                  .incrementAndGet();
              first.countDown();
              sleep(900); // A provider that takes a second.
              return new Outcome.Accepted("SM" + message.deliveryId());
            });
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
    var attempt =
        attempt(
            flaky,
            LedgerExamples.turns(through, "here"),
            LedgerExamples.gate(through, "main", "second"),
            InstantSource.system(),
            _ -> {
              sent.incrementAndGet();
              down.set(true);
              sleep(600);
              return new Outcome.Ambiguous("lost");
            });
    var next = LedgerExamples.queue(jdbc, "here").claim(Channel.SMS, 1, Duration.ofSeconds(60));

    var result = attempt.fileAndSend(null, next.getFirst(), () -> true);

    // Had it thrown, the worker would have taken it that nothing had left.
    assertThat(sent.get()).isEqualTo(1);
    assertThat(result.status()).isEqualTo(DeliveryStatus.UNCERTAIN);
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
            LedgerExamples.cap(jdbc, 0),
            LedgerExamples.retries()) {
          @Override
          boolean commit(
              Channel channel, AttemptResult last, ClaimedDelivery next, String account) {
            boolean may = super.commit(channel, last, next, account);
            shift.set(Duration.ofMinutes(3));
            return may;
          }
        };
    var attempt =
        attempt(
            database,
            turns,
            LedgerExamples.gate(jdbc, "main"),
            clock,
            _ -> {
              sent.incrementAndGet();
              return new Outcome.Accepted("SM1");
            });
    var mine = LedgerExamples.queue(jdbc, "here").claim(Channel.SMS, 1, Duration.ofSeconds(60));

    var result = attempt.fileAndSend(null, mine.getFirst(), () -> true);
    attempt.file(result);

    assertThat(sent.get()).isZero();
    assertThat(LedgerExamples.status(jdbc)).isEqualTo("PENDING");
  }

  static DeliveryAttempt attempt(
      DataSource database,
      LedgerTurns turns,
      ProviderGate gate,
      InstantSource clock,
      Function<OutgoingMessage, Outcome> provider) {
    var jdbc = JdbcClient.create(database);
    var routes =
        new RouteGateway(null) {
          @Override
          Outcome deliver(OutgoingMessage message) {
            return provider.apply(message);
          }
        };
    return new DeliveryAttempt(
        LedgerExamples.composer(),
        turns,
        routes,
        LedgerExamples.outcomes(jdbc, database),
        gate,
        new RenderHealth(null, LedgerExamples.retries()),
        LedgerExamples.queue(jdbc, "here"),
        clock);
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
