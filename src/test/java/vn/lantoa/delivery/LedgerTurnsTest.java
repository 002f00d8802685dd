package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;
import vn.lantoa.database.TestDatabase;

/// Turns that come to one commit together.
@Timeout(120)
class LedgerTurnsTest {

  private DataSource database;
  private JdbcClient jdbc;
  private LedgerTurns turns;
  private DeliveryQueue queue;

  @BeforeEach
  void fill() {
    database = TestDatabase.create();
    jdbc = JdbcClient.create(database);
    LedgerExamples.runningCampaign(jdbc, 2);
    turns = LedgerExamples.turns(jdbc, "here");
    queue = LedgerExamples.queue(jdbc, "here");
  }

  /// A node stood still for longer than its lease, or the database's clock was set: it has the
  /// delivery twice, as it was claimed first and as it was claimed again.
  @Test
  void aClaimThatLapsedIsNotSentBesideTheOneThatFollowedIt() throws SQLException {
    var lapsed = claim().getFirst();
    jdbc.sql("update queue set lease_until = lantoa_now() - interval '1 s'").update();
    queue.recoverLapsed();
    var again = claim();

    var may = together(again.getLast(), lapsed, again.getFirst());

    assertThat(may).containsExactly(false, true);
    assertThat(LedgerExamples.count(jdbc, "SENDING")).isEqualTo(2);
  }

  /// The first holds up the commit until the others have come, so that they are in one.
  private List<Boolean> together(ClaimedDelivery first, ClaimedDelivery... others)
      throws SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      TestDatabase.execute(
          connection, "select from queue where delivery_id = " + first.id() + " for update");
      var ahead = new Turn(first);
      eventually().until(() -> TestDatabase.waiting(jdbc) == 1);
      var behind = List.of(others).stream().map(Turn::new).toList();
      eventually().until(() -> behind.stream().allMatch(Turn::isWaiting));
      assertThat(ahead.may).isNotDone();
      connection.commit();
      return behind.stream().map(turn -> turn.may.join()).toList();
    }
  }

  private List<ClaimedDelivery> claim() {
    return queue.claim(Channel.SMS, 2, Duration.ofMinutes(1));
  }

  private final class Turn {
    private final CompletableFuture<Boolean> may = new CompletableFuture<>();
    private final Thread thread;

    Turn(ClaimedDelivery next) {
      thread =
          Thread.ofPlatform()
              .start(() -> may.complete(turns.commit(Channel.SMS, null, next, "main")));
    }

    boolean isWaiting() {
      return thread.getState() == Thread.State.WAITING;
    }
  }
}
