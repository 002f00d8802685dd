package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Refusal;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.delivery.Outcomes.Settlement;

/// What was in hand when a campaign was cancelled, and comes back.
class CancelledCampaignTest {

  private DataSource database;
  private JdbcClient jdbc;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    jdbc = JdbcClient.create(database);
  }

  @Test
  void aRetryOfACancelledCampaignDoesNotWaitOn() {
    LedgerExamples.runningCampaign(jdbc, 1);
    var outcomes = LedgerExamples.outcomes(jdbc, database);
    var onTheWire = LedgerExamples.putOnTheWire(jdbc, "here");
    jdbc.sql("update campaign set status = 'CANCELLED'").update();
    LedgerExamples.queue(jdbc, "here").cancel();

    LedgerExamples.turns(jdbc, "here")
        .commit(
            Channel.SMS,
            outcomes.judge(onTheWire, new Outcome.Retry(Duration.ZERO, "busy")),
            null,
            "");
    sweep();

    assertThat(LedgerExamples.status(jdbc)).isEqualTo("CANCELLED");
  }

  @Test
  void whatADeadNodeHeldOfACancelledCampaignDoesNotWaitOn() {
    LedgerExamples.runningCampaign(jdbc, 1);
    LedgerExamples.queue(jdbc, "dead").claim(Channel.SMS, 1, Duration.ofSeconds(60));
    jdbc.sql("update campaign set status = 'CANCELLED'").update();
    LedgerExamples.queue(jdbc, "here").cancel();
    jdbc.sql("update queue set lease_until = lantoa_now() - interval '1 s'").update();

    sweep();

    assertThat(LedgerExamples.status(jdbc)).isEqualTo("CANCELLED");
  }

  @Test
  void whatIsUncertainInACancelledCampaignIsNotSetGoingAgain() {
    LedgerExamples.runningCampaign(jdbc, 1);
    var outcomes = LedgerExamples.outcomes(jdbc, database);
    var onTheWire = LedgerExamples.putOnTheWire(jdbc, "here");
    LedgerExamples.file(jdbc, outcomes, onTheWire, new Outcome.Ambiguous("lost"));
    jdbc.sql("update campaign set status = 'CANCELLED'").update();
    LedgerExamples.queue(jdbc, "here").cancel();

    assertThatThrownBy(() -> outcomes.settle(onTheWire.id(), Settlement.SEND_AGAIN, Actor.SYSTEM))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.key()).isEqualTo("delivery.campaign-cancelled"));
    sweep();

    assertThat(LedgerExamples.status(jdbc)).isEqualTo("UNCERTAIN");
  }

  private void sweep() {
    new LedgerSweep(LedgerExamples.queue(jdbc, "here"), null, null, null, null).recover();
  }
}
