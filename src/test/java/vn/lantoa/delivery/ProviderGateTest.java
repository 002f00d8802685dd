package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;
import vn.lantoa.database.TestDatabase;

/// Two nodes before the same two accounts.
class ProviderGateTest {

  private JdbcClient jdbc;
  private ProviderGate here;
  private ProviderGate there;

  @BeforeEach
  void open() {
    DataSource database = TestDatabase.create();
    jdbc = JdbcClient.create(database);
    here = gate();
    there = gate();
    here.open();
    there.open();
  }

  @Test
  void theRateHoldsForAllNodesTogether() throws Exception {
    var taken = new AtomicInteger();
    long until = System.nanoTime() + Duration.ofSeconds(3).toNanos();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var gate : List.of(here, there, here, there)) {
        threads.submit(() -> {
          while (gate.awaitTurn(Channel.SMS, "main", () -> System.nanoTime() < until)) {
            taken.incrementAndGet();
          }
          return true;
        });
      }
    }

    // LedgerExamples allows 10 a second.
    assertThat(taken.get()).isBetween(20, 32);
  }

  @Test
  void anAccountThatFailsIsLeftAloneAndTheOtherTakesOver() {
    for (int i = 0; i < 20; i++) {
      here.learn(Channel.SMS, "main", new Outcome.Unavailable("refused"));
    }

    assertThat(choices(here, 50)).containsOnly("second");
    sleepForHearsay();
    assertThat(choices(there, 50)).containsOnly("second");
    assertThat(state("main")).isEqualTo("OPEN");
  }

  @Test
  void oneMessageOfOneNodeTriesAnAccountThatFailed() {
    fail("main");
    jdbc.sql(
            "update provider_account set tried_at = tried_at - interval '1 min' where name = 'main'")
        .update();
    sleepForHearsay();

    var trials = new ArrayList<String>();
    for (int i = 0; i < 20; i++) {
      trials.add(here.choose(Channel.SMS).orElseThrow());
      trials.add(there.choose(Channel.SMS).orElseThrow());
    }

    assertThat(trials).containsOnlyOnce("main");
    here.learn(Channel.SMS, "main", new Outcome.Accepted("SM1"));
    assertThat(state("main")).isEqualTo("CLOSED");
  }

  @Test
  void aTrialThatFailsLeavesItAloneForLonger() {
    fail("main");
    jdbc.sql(
            "update provider_account set tried_at = tried_at - interval '16 s' where name = 'main'")
        .update();
    sleepForHearsay();
    while (!here.choose(Channel.SMS).orElseThrow().equals("main")) {
      // Until the trial is ours.
    }
    jdbc.sql("update provider_account set tried_at = tried_at - interval '3 s' where name = 'main'")
        .update();
    here.learn(Channel.SMS, "main", new Outcome.Unavailable("still"));

    jdbc.sql(
            "update provider_account set tried_at = tried_at - interval '16 s' where name = 'main'")
        .update();
    sleepForHearsay();

    assertThat(choices(here, 20)).containsOnly("second");
  }

  @Test
  void withoutAnyAccountTheChannelIsShut() {
    fail("main");
    fail("second");

    assertThat(here.choose(Channel.SMS)).isEmpty();
    assertThat(here.isOpen(Channel.SMS)).isFalse();
  }

  @Test
  void anAccountThatRefusesUsWaitsForAPersonAndTheLastOnePausesTheChannel() {
    here.learn(Channel.SMS, "main", new Outcome.ChannelDown("credit gone"));
    assertThat(new JdbcChannelPauses(jdbc).all()).isEmpty();
    assertThat(choices(here, 20)).containsOnly("second");

    here.learn(Channel.SMS, "second", new Outcome.ChannelDown("credit gone"));

    assertThat(new JdbcChannelPauses(jdbc).all()).hasSize(1);
    new JdbcChannelPauses(jdbc).resume(Channel.SMS, vn.lantoa.common.Actor.SYSTEM);
    sleepForHearsay();
    assertThat(choices(here, 50)).containsExactlyInAnyOrder("main", "second");
  }

  @Test
  void aProviderThatComplainsIsGivenSilenceAndThenHalf() throws Exception {
    here.learn(Channel.SMS, "main", new Outcome.Throttled(Duration.ofSeconds(2), "too fast"));
    here.learn(Channel.SMS, "main", new Outcome.Throttled(Duration.ofSeconds(2), "too fast"));

    assertThat(choices(here, 20)).containsOnly("second");
    assertThat(there.tryTurn(Channel.SMS, "main")).isFalse();
    assertThat(new JdbcProviderAccounts(jdbc).all())
        .filteredOn(account -> account.name().equals("main"))
        .singleElement()
        .satisfies(account -> assertThat(account.pace()).isBetween(0.5, 0.51));
  }

  @Test
  void oneThatOftenFailsGetsLess() {
    jdbc.sql("update provider_account set weighed_at = weighed_at - interval '2 min'").update();
    for (int i = 0; i < 300; i++) {
      here.learn(
          Channel.SMS,
          "main",
          i % 3 == 0 ? new Outcome.Unavailable("x") : new Outcome.Accepted("y"));
    }

    assertThat(new JdbcProviderAccounts(jdbc).all())
        .extracting(ProviderAccounts.Account::weight)
        .containsExactly(40, 60);
  }

  private void fail(String account) {
    for (int i = 0; i < 20; i++) {
      here.learn(Channel.SMS, account, new Outcome.Unavailable("refused"));
    }
  }

  private static HashSet<String> choices(ProviderGate gate, int n) {
    var chosen = new HashSet<String>();
    for (int i = 0; i < n; i++) {
      chosen.add(gate.choose(Channel.SMS).orElseThrow());
    }
    return chosen;
  }

  private String state(String account) {
    return jdbc.sql("select state from provider_account where name = :name")
        .param("name", account)
        .query(String.class)
        .single();
  }

  private static void sleepForHearsay() {
    try {
      Thread.sleep(600);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private ProviderGate gate() {
    return new ProviderGate(
        new JdbcProviderAccounts(jdbc),
        _ -> List.of("main", "second"),
        LedgerExamples.channels(),
        new JdbcChannelPauses(jdbc));
  }
}
