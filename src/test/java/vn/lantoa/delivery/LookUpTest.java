package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;
import vn.lantoa.database.TestDatabase;

/// What is made of what a provider says of a message whose answer was lost.
@Timeout(300)
class LookUpTest {

  private DataSource database;
  private JdbcClient jdbc;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    jdbc = JdbcClient.create(database);
  }

  @Test
  void oneNotFoundAfterAnUnansweredIsNotTwice() {
    LedgerExamples.runningCampaign(jdbc, 1);
    var outcomes = LedgerExamples.outcomes(jdbc, database);
    var onTheWire = LedgerExamples.putOnTheWire(jdbc, "here");
    LedgerExamples.file(jdbc, outcomes, onTheWire, new Outcome.Ambiguous("lost"));
    jdbc.sql("update delivery set wire_at = lantoa_now() - interval '5 min'").update();
    var answers = new ArrayDeque<LookUp>();
    answers.add(new LookUp.Unanswered("away"));
    answers.add(new LookUp.NotFound());
    var uncertainties = uncertainties(outcomes, _ -> answers.remove());

    uncertainties.ask(List.of(onTheWire.id()));
    uncertainties.ask(List.of(onTheWire.id()));

    assertThat(LedgerExamples.status(jdbc)).isEqualTo("UNCERTAIN");
  }

  @Test
  void theSystemDoesNotSendAgainAfterTheDeadline() {
    LedgerExamples.runningCampaign(jdbc, 1);
    var outcomes = LedgerExamples.outcomes(jdbc, database);
    var onTheWire = LedgerExamples.putOnTheWire(jdbc, "here");
    LedgerExamples.file(jdbc, outcomes, onTheWire, new Outcome.Ambiguous("lost"));
    jdbc.sql(
            "update delivery set wire_at = lantoa_now() - interval '5 min', expires_at = lantoa_now() - interval '1 min'")
        .update();
    var answers = new ArrayDeque<LookUp>();
    answers.add(new LookUp.NotFound());
    answers.add(new LookUp.NotFound());
    var uncertainties = uncertainties(outcomes, _ -> answers.remove());

    uncertainties.ask(List.of(onTheWire.id()));
    uncertainties.ask(List.of(onTheWire.id()));

    assertThat(LedgerExamples.queue(jdbc, "here").claim(Channel.SMS, 1, Duration.ofMinutes(1)))
        .as("the wave's deadline has passed and no person said anything")
        .isEmpty();
  }

  @Test
  void oneMessageOfTheProviderIsAdoptedByOneDelivery() {
    LedgerExamples.runningCampaign(jdbc, 2);
    // The same words to one person, as from two runs.
    TestDatabase.asSuperuser(jdbc, "alter table delivery drop constraint delivery_once");
    jdbc.sql("update delivery set address = '+84300000001', target_id = 7").update();
    var claimed = LedgerExamples.queue(jdbc, "here").claim(Channel.SMS, 2, Duration.ofSeconds(60));
    LedgerExamples.mark(jdbc, "here", claimed);
    var outcomes = LedgerExamples.outcomes(jdbc, database);
    for (var delivery : claimed) {
      LedgerExamples.file(jdbc, outcomes, delivery, new Outcome.Ambiguous("lost"));
    }
    var both = new CyclicBarrier(2);
    var uncertainties =
        uncertainties(
            outcomes,
            isTaken -> {
              boolean taken = isTaken.test("SM1");
              // Both lists came in at about the same time.
              try {
                both.await(2, TimeUnit.SECONDS);
              } catch (Exception _) {
                // The other was faster, or slower.
              }
              return taken
                  ? new LookUp.NotFound()
                  : new LookUp.Found("SM1", DeliveryStatus.SENT, "");
            });

    uncertainties.ask(claimed.stream().map(ClaimedDelivery::id).toList());

    assertThat(
            jdbc.sql("select count(*) from delivery where provider_ref = 'SM1'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  /// @param provider what it says, given what belongs to another delivery
  private JdbcUncertainties uncertainties(
      JdbcOutcomes outcomes, Function<Predicate<String>, LookUp> provider) {
    var lookup =
        new ChannelLookup() {
          @Override
          public Channel channel() {
            return Channel.SMS;
          }

          @Override
          public LookUp lookUp(OutgoingMessage message, Instant wireAt, Predicate<String> isTaken) {
            return provider.apply(isTaken);
          }
        };
    return new JdbcUncertainties(
        jdbc,
        outcomes,
        new JdbcDeliveries(jdbc, new LedgerSearch(jdbc), LedgerExamples.composer()),
        LedgerExamples.channels(),
        List.of(lookup),
        LedgerExamples.retries());
  }
}
