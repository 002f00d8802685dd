package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;
import vn.lantoa.database.TestDatabase;

/// An account that fails, seen from the database.
class JdbcProviderAccountsTest {

  private JdbcClient jdbc;
  private JdbcProviderAccounts accounts;

  @BeforeEach
  void open() {
    jdbc = JdbcClient.create(TestDatabase.create());
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

  private void pass(String time) {
    jdbc.sql("update provider_account set tried_at = tried_at - cast(:time as interval)")
        .param("time", time)
        .update();
  }
}
