package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.testing.StandingClock;

/// Two nodes before the same two accounts, at a time that passes when the test says so.
class ProviderGateTest {

  private JdbcClient jdbc;
  private StandingClock clock;
  private ProviderGate here;
  private ProviderGate there;

  @BeforeEach
  void open() {
    jdbc = JdbcClient.create(TestDatabase.create());
    clock = StandingClock.in(jdbc);
    here = gate();
    there = gate();
  }

  @Test
  void theRateHoldsForAllNodesTogether() {
    int taken = 0;
    for (int i = 0; i < 30; i++) {
      clock.pass(Duration.ofMillis(100));
      taken += here.tryTurn(Channel.SMS, "main") ? 1 : 0;
      taken += there.tryTurn(Channel.SMS, "main") ? 1 : 0;
    }

    // LedgerExamples allows 10 a second, and one is in the bucket at first.
    assertThat(taken).isBetween(30, 31);
  }

  @Test
  void thoseWhoWaitForTheirTurnGetNoMoreThanTheRate() throws Exception {
    var running = JdbcClient.create(TestDatabase.create());
    var gates = List.of(gate(running), gate(running));
    var begin = time(running);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 30; i++) {
        var gate = gates.get(i % 2);
        threads.submit(() -> gate.awaitTurn(Channel.SMS, "main", () -> true));
      }
    }

    assertThat(Duration.between(begin, time(running))).isGreaterThan(Duration.ofMillis(2_800));
  }

  @Test
  void anAccountThatFailsIsLeftAloneAndTheOtherTakesOver() {
    fail("main");

    assertThat(choices(here, 50)).containsOnly("second");
    // It has to hear of it first.
    eventually().untilAsserted(() -> assertThat(choices(there, 50)).containsOnly("second"));
    assertThat(state("main")).isEqualTo("OPEN");
  }

  @Test
  void oneMessageOfOneNodeTriesAnAccountThatFailed() {
    fail("main");
    eventually().untilAsserted(() -> assertThat(choices(there, 50)).containsOnly("second"));
    clock.pass(Duration.ofMinutes(1));

    var chosen = new ArrayList<String>();
    eventually()
        .until(() -> {
          chosen.add(here.choose(Channel.SMS).orElseThrow());
          chosen.add(there.choose(Channel.SMS).orElseThrow());
          return chosen.contains("main");
        });
    var trials = new HashSet<String>();
    for (var gate : List.of(here, there, gate())) {
      trials.addAll(choices(gate, 20));
    }

    assertThat(chosen).containsOnlyOnce("main");
    assertThat(trials).containsOnly("second");
    here.learn(Channel.SMS, "main", new Outcome.Accepted("SM1"));
    there.learn(Channel.SMS, "main", new Outcome.Accepted("SM1"));
    assertThat(state("main")).isEqualTo("CLOSED");
  }

  @Test
  void aTrialThatFailsLeavesItAloneForLonger() {
    fail("main");
    clock.pass(Duration.ofSeconds(16));
    var node = gate();
    assertThat(node.choose(Channel.SMS)).contains("main");
    clock.pass(Duration.ofSeconds(3));
    node.learn(Channel.SMS, "main", new Outcome.Unavailable("still"));

    clock.pass(Duration.ofSeconds(16));
    assertThat(choices(gate(), 20)).containsOnly("second");

    clock.pass(Duration.ofSeconds(15));
    assertThat(gate().choose(Channel.SMS)).contains("main");
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
    assertThat(new JdbcChannelPauses(jdbc, _ -> {}).all()).isEmpty();
    assertThat(choices(here, 20)).containsOnly("second");

    here.learn(Channel.SMS, "second", new Outcome.ChannelDown("credit gone"));

    assertThat(new JdbcChannelPauses(jdbc, _ -> {}).all()).hasSize(1);
    new JdbcChannelPauses(jdbc, _ -> {}).resume(Channel.SMS, vn.lantoa.common.Actor.SYSTEM);
    assertThat(choices(gate(), 50)).containsExactlyInAnyOrder("main", "second");
  }

  @Test
  void aProviderThatComplainsIsGivenSilenceAndThenHalf() {
    here.learn(Channel.SMS, "main", new Outcome.Throttled(Duration.ofSeconds(2), "too fast"));
    here.learn(Channel.SMS, "main", new Outcome.Throttled(Duration.ofSeconds(2), "too fast"));

    assertThat(choices(here, 20)).containsOnly("second");
    assertThat(there.tryTurn(Channel.SMS, "main")).isFalse();
    assertThat(new JdbcProviderAccounts(jdbc).all())
        .filteredOn(account -> account.name().equals("main"))
        .singleElement()
        .satisfies(account -> assertThat(account.pace()).isEqualTo(0.5));

    clock.pass(Duration.ofSeconds(3));
    assertThat(there.tryTurn(Channel.SMS, "main")).isTrue();
  }

  @Test
  void oneThatOftenFailsGetsLess() {
    clock.pass(Duration.ofMinutes(2));
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

  private static Instant time(JdbcClient jdbc) {
    return jdbc.sql("select lantoa_now()").query(OffsetDateTime.class).single().toInstant();
  }

  /// A node that starts now, and so knows what is in the database.
  private ProviderGate gate() {
    return gate(jdbc);
  }

  private static ProviderGate gate(JdbcClient jdbc) {
    return LedgerExamples.gate(jdbc, "main", "second");
  }
}
