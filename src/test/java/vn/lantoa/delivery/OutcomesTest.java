package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Refusal;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.delivery.Outcomes.Receipt;
import vn.lantoa.delivery.Outcomes.Settlement;

class OutcomesTest {

  private JdbcClient jdbc;
  private DeliveryQueue queue;
  private JdbcOutcomes outcomes;
  private ClaimedDelivery onTheWire;

  @BeforeEach
  void putOneOnTheWire() {
    var database = TestDatabase.create();
    jdbc = JdbcClient.create(database);
    queue = LedgerExamples.queue(jdbc, "here");
    outcomes = LedgerExamples.outcomes(jdbc, database);
    LedgerExamples.runningCampaign(jdbc, 1);
    onTheWire = LedgerExamples.putOnTheWire(jdbc, "here");
  }

  @Test
  void aReceiptOnlyRaisesTheRank() {
    record(onTheWire, new Outcome.Accepted("SM1"));

    assertThat(outcomes.receipt(onTheWire.id(), receipt(DeliveryStatus.DELIVERED))).isTrue();
    assertThat(outcomes.receipt(onTheWire.id(), receipt(DeliveryStatus.SENT))).isFalse();
    assertThat(outcomes.receipt(onTheWire.id(), receipt(DeliveryStatus.UNDELIVERED))).isFalse();
    assertThat(outcomes.receipt(onTheWire.id(), receipt(DeliveryStatus.DELIVERED))).isFalse();

    assertThat(LedgerExamples.status(jdbc)).isEqualTo("DELIVERED");
  }

  @Test
  void aReceiptMayOvertakeTheAnswer() {
    outcomes.receipt(onTheWire.id(), receipt(DeliveryStatus.DELIVERED));

    record(onTheWire, new Outcome.Accepted("SM1"));

    assertThat(LedgerExamples.status(jdbc)).isEqualTo("DELIVERED");
  }

  @Test
  void aReceiptSettlesWhatWasUncertain() {
    record(onTheWire, new Outcome.Ambiguous("lost"));
    assertThat(LedgerExamples.status(jdbc)).isEqualTo("UNCERTAIN");

    outcomes.receipt(onTheWire.id(), receipt(DeliveryStatus.SENT));

    assertThat(LedgerExamples.status(jdbc)).isEqualTo("SENT");
  }

  @Test
  void aTryIsRepeatedUntilThereWereTooMany() {
    record(onTheWire, new Outcome.Retry(Duration.ofMinutes(5), "busy"));
    assertThat(LedgerExamples.status(jdbc)).isEqualTo("PENDING");
    assertThat(
            jdbc.sql("select not_before > lantoa_now() + interval '4 min' from queue")
                .query(Boolean.class)
                .single())
        .isTrue();

    for (int i = 0; i < 2; i++) {
      jdbc.sql("update queue set not_before = lantoa_now()").update();
      record(LedgerExamples.putOnTheWire(jdbc, "here"), new Outcome.Retry(null, "busy"));
    }

    assertThat(LedgerExamples.status(jdbc)).isEqualTo("FAILED");
    assertThat(jdbc.sql("select outcome from attempt order by id").query(String.class).list())
        .containsExactly("retry", "retry", "exhausted");
  }

  @Test
  void aChannelThatIsDownBurnsNothing() {
    record(onTheWire, new Outcome.ChannelDown("credit gone"));

    assertThat(LedgerExamples.status(jdbc)).isEqualTo("PENDING");
    assertThat(jdbc.sql("select attempts from delivery_now").query(Integer.class).single())
        .isZero();
  }

  @Test
  void aDeadAddressIsSuppressed() {
    record(onTheWire, new Outcome.Permanent("no such number", true));

    assertThat(LedgerExamples.status(jdbc)).isEqualTo("FAILED");
    assertThat(jdbc.sql("select reason from suppression").query(String.class).list())
        .containsExactly("HARD_BOUNCE");
  }

  @Test
  void aLateWriteOfAnOldOwnerChangesNothing() {
    jdbc.sql("update queue set state = 'PENDING', owner = null").update();
    var newOwners = LedgerExamples.putOnTheWire(jdbc, "here");

    record(onTheWire, new Outcome.Permanent("late", false));

    assertThat(LedgerExamples.status(jdbc)).isEqualTo("SENDING");
    record(newOwners, new Outcome.Accepted("SM2"));
    assertThat(LedgerExamples.status(jdbc)).isEqualTo("SENT");
  }

  @Test
  void aPersonSettlesWhatIsUncertainOnce() {
    record(onTheWire, new Outcome.Ambiguous("lost"));

    outcomes.settle(onTheWire.id(), Settlement.SEND_AGAIN, new Actor(null, "Lan"));

    assertThat(LedgerExamples.status(jdbc)).isEqualTo("PENDING");
    assertThatThrownBy(
            () -> outcomes.settle(onTheWire.id(), Settlement.WAS_SENT, new Actor(null, "Lan")))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void anAnswerThatComesTooLateIsKeptBesideTheLedger() {
    jdbc.sql("update queue set lease_until = lantoa_now() - interval '1 min'").update();
    queue.recoverLapsed();

    record(onTheWire, new Outcome.Accepted("SM1"));

    assertThat(LedgerExamples.status(jdbc)).isEqualTo("UNCERTAIN");
    assertThat(jdbc.sql("select outcome from attempt order by id").query(String.class).list())
        .containsExactly("lost", "late");
  }

  @Test
  void theTallyIsTheLedgerCounted() {
    record(onTheWire, new Outcome.Ambiguous("lost"));
    outcomes.receipt(onTheWire.id(), receipt(DeliveryStatus.SENT));
    outcomes.receipt(onTheWire.id(), receipt(DeliveryStatus.DELIVERED));

    assertThat(
            jdbc.sql("select status from tally group by status having sum(n) <> 0")
                .query(String.class)
                .list())
        .containsExactly("DELIVERED");
  }

  private void record(ClaimedDelivery delivery, Outcome outcome) {
    LedgerExamples.file(jdbc, outcomes, delivery, outcome);
  }

  private static Receipt receipt(DeliveryStatus status) {
    return new Receipt(status, "", "");
  }

  private String text(String column) {
    return jdbc.sql("select status, provider_ref from delivery_now")
        .query((row, _) -> row.getString(column))
        .single();
  }
}
