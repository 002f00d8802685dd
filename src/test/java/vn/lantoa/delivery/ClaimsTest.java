package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.testing.Eventually;

/// Whatever happens to a delivery that is due, on however many nodes: it does not lie behind their
/// marks for longer than [LookBehind#WITHIN].
class ClaimsTest {

  private static final int STEPS = 350;

  /// @param look seconds a look behind takes: next to nothing, or as long as with millions of
  ///   deliveries that nobody can clear away
  @ParameterizedTest
  @CsvSource({"2, 0, 20261010", "3, 0, 7", "1, 4, 20261010"})
  void everyDueRowIsClaimedInTime(int nodes, int look, long seed) throws Exception {
    try (var world =
        new RandomSending(TestDatabase.create(), nodes, Duration.ofSeconds(look), seed)) {
      for (int i = 0; i < STEPS; i++) {
        world.step();
        assertThat(world.waiting(LookBehind.WITHIN)).as("step %d", i).isEmpty();
      }
      world.calmDown();
      for (int i = 0; i < STEPS && world.open() > 0; i++) {
        world.step();
        assertThat(world.waiting(LookBehind.WITHIN)).as("calm step %d", i).isEmpty();
      }

      assertThat(world.open()).isZero();
      assertThat(world.cameBack()).isGreaterThan(300);
    }
  }

  @Test
  void aPumpSendsWhatCameBackBehindIt() throws Exception {
    var database = TestDatabase.create();
    var jdbc = JdbcClient.create(database);
    LedgerExamples.runningCampaign(jdbc, 40);
    var there = LedgerExamples.queue(jdbc, "there");
    var theirs = there.claim(Channel.SMS, 3, Duration.ofMinutes(5));
    var gate = LedgerExamples.gate(jdbc, "main");
    var pump =
        new ChannelPump(
            Channel.SMS,
            LedgerExamples.channels().of(Channel.SMS),
            LedgerExamples.queue(jdbc, "here"),
            DeliveryAttemptTest.attempt(
                database,
                LedgerExamples.turns(jdbc, "here"),
                gate,
                InstantSource.system(),
                message -> new Outcome.Accepted("SM" + message.deliveryId())),
            gate,
            Duration.ofSeconds(1));

    pump.start();
    awaitSent(jdbc, 37, Eventually.PATIENCE);
    there.release(theirs);
    awaitSent(jdbc, 40, LookBehind.WITHIN);
    pump.end(System.nanoTime() + 5_000_000_000L);
    pump.join();
  }

  private static void awaitSent(JdbcClient jdbc, long n, Duration most) {
    eventually().atMost(most).until(() -> LedgerExamples.count(jdbc, "SENT"), List.of(n)::contains);
  }
}
