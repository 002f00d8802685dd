package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.testing.Eventually;
import vn.lantoa.testing.StandingClock;

/// An account that fails, seen from the database.
class JdbcProviderAccountsTest {

  private DataSource database;
  private JdbcClient jdbc;
  private StandingClock clock;
  private JdbcProviderAccounts accounts;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    jdbc = JdbcClient.create(database);
    clock = StandingClock.in(jdbc);
    accounts = new JdbcProviderAccounts(jdbc);
    accounts.ensure(Channel.SMS, List.of("main"));
  }

  @Test
  void howeverLongItWasAwayItIsTriedOnceAMinute() {
    for (int i = 0; i < 10; i++) {
      accounts.open(Channel.SMS, "main", "away");
      clock.pass(Duration.ofMinutes(1));
    }

    assertThat(accounts.beginTrial(Channel.SMS, "main")).isTrue();
    accounts.open(Channel.SMS, "main", "still away");
    clock.pass(Duration.ofSeconds(30));
    assertThat(accounts.beginTrial(Channel.SMS, "main")).isFalse();
    clock.pass(Duration.ofSeconds(20));
    assertThat(accounts.beginTrial(Channel.SMS, "main")).isTrue();
  }

  @Test
  void anAccountThatWasTriedInVainForDaysStopsNobodyElse() {
    var gate = LedgerExamples.gate(jdbc, "main", "second");
    jdbc.sql(
            "update provider_account set state = 'OPEN', opened = 4000, tried_at = lantoa_now() where name = 'main'")
        .update();
    assertThat(accounts.all()).hasSize(2);

    assertThat(LedgerExamples.gate(jdbc, "main", "second").choose(Channel.SMS)).contains("second");
    assertThat(gate.isOpen(Channel.SMS)).isTrue();
  }

  @Test
  void aStatementThatWaitedForTheBucketDoesNotTurnItsTimeBack() throws Exception {
    jdbc.sql("update provider_account set tokens = 0, refilled_at = lantoa_now()").update();
    CompletableFuture<TokenLease.Fetched> waiting;
    try (var other = database.getConnection()) {
      other.setAutoCommit(false);
      TestDatabase.execute(other, "select 1 from provider_account where name = 'main' for update");
      waiting =
          CompletableFuture.supplyAsync(
              () -> accounts.rates().lease(Channel.SMS, "main", 10, 10, 1));
      eventually().until(() -> TestDatabase.waiting(jdbc) > 0);
      clock.pass(Duration.ofMillis(800));
      // Another node's fetch: it takes all that has come in until now.
      TestDatabase.execute(
          other, "update provider_account set tokens = 0, refilled_at = lantoa_now()");
      other.commit();
    }
    assertThat(waiting).succeedsWithin(Eventually.PATIENCE);

    var next = accounts.rates().lease(Channel.SMS, "main", 10, 10, 10);

    assertThat(next.tokens()).as("no time has passed since the bucket was emptied").isZero();
  }

  @Test
  void aClockThatIsSetBackStopsNobody() {
    jdbc.sql("update provider_account set tokens = 0, refilled_at = lantoa_now() + interval '1 h'")
        .update();

    assertThat(accounts.rates().lease(Channel.SMS, "main", 10, 10, 1).tokens()).isZero();
    clock.pass(Duration.ofMillis(300));
    assertThat(accounts.rates().lease(Channel.SMS, "main", 10, 10, 1).tokens()).isEqualTo(1);
  }
}
