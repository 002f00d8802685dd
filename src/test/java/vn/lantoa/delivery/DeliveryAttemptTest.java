package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
import vn.lantoa.testing.Eventually;

/// What goes wrong around the wire: before it, while the provider has the message, and after.
@Timeout(300)
class DeliveryAttemptTest {

  private Flaky database;

  /// The test's own way to it, which is always open.
  private JdbcClient jdbc;

  @BeforeEach
  void open() {
    var real = TestDatabase.create();
    database = new Flaky(real);
    jdbc = JdbcClient.create(real);
  }

  @Test
  void aDatabaseThatGoesAwayWhileAMessageIsAtTheProviderDoesNotSendItTwice() throws Exception {
    // So many that what is claimed ahead is enough for a while, as in any larger campaign.
    LedgerExamples.runningCampaign(jdbc, 40);
    var sent = new ConcurrentHashMap<Long, AtomicInteger>();
    var calls = new AtomicInteger();
    // Every worker has had one answer to file; then every one of them has a message out there.
    var allAreOut = new CountDownLatch(4);
    var gone = new CountDownLatch(1);
    var pump =
        pump(message -> {
          sent.computeIfAbsent(message.deliveryId(), _ -> new AtomicInteger()).incrementAndGet();
          int call = calls.incrementAndGet();
          if (call > 4 && call <= 8) {
            allAreOut.countDown();
            await(gone);
          }
          return new Outcome.Accepted("SM" + message.deliveryId());
        });

    pump.start();
    await(allAreOut);
    database.stop(); // PostgreSQL is killed …
    gone.countDown();
    eventually().until(() -> database.refused() > 20);
    database.start(); // … and is back when everyone has found out.
    eventually().until(() -> LedgerExamples.count(jdbc, "SENT") == 40);
    pump.end(System.nanoTime() + Eventually.PATIENCE.toNanos());
    pump.join();

    assertThat(sent.values()).extracting(AtomicInteger::get).containsOnly(1);
  }

  @Test
  void whatLearnThrowsAfterTheWireDoesNotSendAgain() throws Exception {
    LedgerExamples.runningCampaign(jdbc, 1);
    var through = JdbcClient.create(database);
    var gate = LedgerExamples.gate(through, "main");
    // One more, and the account is to be left alone, which is written down.
    for (int i = 0; i < 19; i++) {
      gate.learn(Channel.SMS, "main", new Outcome.Unavailable("refused"));
    }
    var sent = new AtomicInteger();
    var attempt =
        attempt(
            database,
            LedgerExamples.turns(through, "here"),
            gate,
            InstantSource.system(),
            _ -> {
              sent.incrementAndGet();
              database.stop();
              return new Outcome.Ambiguous("lost");
            });
    var next = LedgerExamples.queue(jdbc, "here").claim(Channel.SMS, 1, Duration.ofSeconds(60));

    var result = attempt.fileAndSend(null, next.getFirst(), () -> true);

    // Had it thrown, the worker would have taken it that nothing had left.
    assertThat(sent.get()).isEqualTo(1);
    assertThat(database.refused()).isPositive();
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
            LedgerExamples.gate(jdbc, LedgerExamples.quotas(jdbc, 0)),
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
        new RenderHealth(null, LedgerExamples.retries(), jdbc),
        LedgerExamples.queue(jdbc, "here"),
        clock);
  }

  private ChannelPump pump(Function<OutgoingMessage, Outcome> provider) {
    var through = JdbcClient.create(database);
    var gate = LedgerExamples.gate(through, "main", "second");
    return new ChannelPump(
        Channel.SMS,
        LedgerExamples.channels().of(Channel.SMS),
        LedgerExamples.queue(through, "here"),
        attempt(
            database,
            LedgerExamples.turns(through, "here"),
            gate,
            InstantSource.system(),
            provider),
        gate,
        Duration.ofMillis(200));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// A database that can go away and come back.
  private static final class Flaky extends DelegatingDataSource {

    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean down;

    Flaky(DataSource database) {
      super(database);
    }

    void stop() {
      down = true;
    }

    void start() {
      down = false;
    }

    /// How often somebody asked in vain.
    int refused() {
      return refused.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (down) {
        refused.incrementAndGet();
        throw new SQLException("terminating connection due to administrator command", "57P01");
      }
      return super.getConnection();
    }
  }
}
