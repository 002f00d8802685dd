package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;
import vn.lantoa.database.TestDatabase;

/// An account that fails, seen from the database.
class JdbcProviderAccountsTest {

  private DataSource database;
  private JdbcClient jdbc;
  private JdbcProviderAccounts accounts;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    jdbc = JdbcClient.create(database);
    accounts = new JdbcProviderAccounts(jdbc);
    accounts.ensure(Channel.SMS, List.of("main"));
  }

  @Test
  void howeverLongItWasAwayItIsTriedOnceAMinute() {
    for (int i = 0; i < 10; i++) {
      accounts.open(Channel.SMS, "main", "away");
      pass("1 min");
    }

    assertThat(accounts.beginTrial(Channel.SMS, "main")).isTrue();
    accounts.open(Channel.SMS, "main", "still away");
    pass("30 s");
    assertThat(accounts.beginTrial(Channel.SMS, "main")).isFalse();
    pass("20 s");
    assertThat(accounts.beginTrial(Channel.SMS, "main")).isTrue();
  }

  @Test
  void anAccountThatWasTriedInVainForDaysStopsNobodyElse() {
    var gate = LedgerExamples.gate(jdbc, "main", "second");
    jdbc.sql(
            "update provider_account set state = 'OPEN', opened = 4000, tried_at = lantoa_now() where name = 'main'")
        .update();
    await().atMost(Duration.ofSeconds(5)).until(() -> accounts.all().size() == 2);

    assertThat(LedgerExamples.gate(jdbc, "main", "second").choose(Channel.SMS)).contains("second");
    assertThat(gate.isOpen(Channel.SMS)).isTrue();
  }

  @Test
  void aStatementThatWaitedForTheBucketDoesNotTurnItsTimeBack() throws Exception {
    jdbc.sql("update provider_account set tokens = 0, refilled_at = lantoa_now()").update();
    CompletableFuture<TokenLease.Fetched> waiting;
    try (var other = database.getConnection()) {
      other.setAutoCommit(false);
      LedgerExamples.execute(
          other, "select 1 from provider_account where name = 'main' for update");
      waiting =
          CompletableFuture.supplyAsync(
              () -> accounts.rates().lease(Channel.SMS, "main", 10, 10, 1));
      Thread.sleep(800);
      // Another node's fetch: it takes all that has come in until now.
      LedgerExamples.execute(
          other, "update provider_account set tokens = 0, refilled_at = lantoa_now()");
      other.commit();
    }
    waiting.get(5, TimeUnit.SECONDS);

    var next = accounts.rates().lease(Channel.SMS, "main", 10, 10, 10);

    assertThat(next.tokens()).as("no time has passed since the bucket was emptied").isLessThan(3);
  }

  @Test
  void aClockThatIsSetBackStopsNobody() throws Exception {
    jdbc.sql("update provider_account set tokens = 0, refilled_at = lantoa_now() + interval '1 h'")
        .update();

    assertThat(accounts.rates().lease(Channel.SMS, "main", 10, 10, 1).tokens()).isZero();
    Thread.sleep(300);
    assertThat(accounts.rates().lease(Channel.SMS, "main", 10, 10, 1).tokens()).isEqualTo(1);
  }

  private void pass(String time) {
    jdbc.sql("update provider_account set tried_at = tried_at - cast(:time as interval)")
        .param("time", time)
        .update();
  }
}
