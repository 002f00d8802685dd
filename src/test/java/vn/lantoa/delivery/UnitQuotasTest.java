package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Node;
import vn.lantoa.common.Refusal;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.testing.StandingClock;

/// The examples' unit sends six messages to six people.
class UnitQuotasTest {

  private static final int DELIVERIES = 6;

  private JdbcClient jdbc;
  private long unit;
  private JdbcUnitQuotas quotas;
  private List<ClaimedDelivery> claimed;

  @BeforeEach
  void fill() {
    jdbc = JdbcClient.create(TestDatabase.create());
    StandingClock.in(jdbc);
    LedgerExamples.runningCampaign(jdbc, DELIVERIES);
    quotas = LedgerExamples.quotas(jdbc, 5);
    claimed =
        LedgerExamples.queue(jdbc, "here").claim(Channel.SMS, DELIVERIES, Duration.ofMinutes(1));
    unit = claimed.getFirst().unitId();
  }

  @Test
  void aUnitSendsNoMoreThanItsQuotaWhicheverNodesSendAndTheRestWaitsForTheNextDay()
      throws Exception {
    quotas.set(unit, Channel.SMS, OptionalInt.of(4), Actor.SYSTEM);
    var here = turns("here", 0);
    var there = turns("there", 0);
    List<Callable<Boolean>> commits = new ArrayList<>();
    for (int i = 0; i < DELIVERIES; i++) {
      var turns = i % 2 == 0 ? here : there;
      var next = claimed.get(i);
      commits.add(() -> commit(turns, next));
    }

    int may = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(commits)) {
        may += answer.get() ? 1 : 0;
      }
    }

    assertThat(may).isEqualTo(4);
    assertThat(quotas.read(unit, Channel.SMS, today()))
        .matches(quota -> quota.used() == 4 && quota.left() == 0 && quota.chosen());
    assertThat(waiting("@unit-quota")).isEqualTo(2);
    assertThat(quotas.nearlyUsed())
        .singleElement()
        .matches(near -> near.quota().channel().equals(Channel.SMS));
  }

  @Test
  void whatIsAskedForAgainIsCountedOnce() {
    quotas.set(unit, Channel.SMS, OptionalInt.of(1), Actor.SYSTEM);
    var turns = turns("here", 0);

    assertThat(commit(turns, claimed.getFirst())).isTrue();
    assertThat(commit(turns, claimed.getFirst())).isTrue();
    assertThat(commit(turns, claimed.get(1))).isFalse();
  }

  @Test
  void whatAPersonHadEnoughOfUsesUpNothingOfTheUnit() {
    jdbc.sql("update delivery set address = '+84300000001'").update();
    LedgerExamples.queue(jdbc, "here").release(claimed);
    claimed =
        LedgerExamples.queue(jdbc, "here").claim(Channel.SMS, DELIVERIES, Duration.ofMinutes(1));
    quotas.set(unit, Channel.SMS, OptionalInt.of(5), Actor.SYSTEM);
    var turns = turns("here", 2);

    claimed.forEach(delivery -> commit(turns, delivery));

    assertThat(quotas.read(unit, Channel.SMS, today()).used()).isEqualTo(2);
    assertThat(waiting("@capped")).isEqualTo(4);
  }

  @Test
  void aQuotaThatWasRaisedHoldsAtOnce() {
    quotas.set(unit, Channel.SMS, OptionalInt.of(1), Actor.SYSTEM);
    var turns = turns("here", 0);
    assertThat(commit(turns, claimed.getFirst())).isTrue();
    quotas.set(unit, Channel.SMS, OptionalInt.of(3), Actor.SYSTEM);

    // What the node has in mind is older: it counts anew and leaves it in the queue as it was.
    assertThat(commit(turns, claimed.get(1))).isFalse();
    assertThat(waiting("@unit-quota")).isZero();
    assertThat(commit(turns, claimed.get(2))).isTrue();
  }

  /// An officer of the unit above sent in the name of one below.
  @Test
  void whatIsSetForAUnitHoldsForAllBelowTogether() {
    long above =
        jdbc.sql(
                """
                with above as (insert into org_unit (kind, code, name) values ('PROVINCE', 'T', 'Tỉnh') returning id)
                update org_unit set parent_id = (select id from above) where id = :unit returning parent_id
                """)
            .param("unit", unit)
            .query(Long.class)
            .single();
    quotas.set(above, Channel.SMS, OptionalInt.of(2), Actor.SYSTEM);
    quotas.set(unit, Channel.SMS, OptionalInt.of(5), Actor.SYSTEM);
    assertThat(quotas.left(unit, Channel.SMS, today())).isEqualTo(2);
    var turns = turns("here", 0);

    long may = claimed.stream().filter(delivery -> commit(turns, delivery)).count();

    assertThat(may).isEqualTo(2);
    assertThat(quotas.read(above, Channel.SMS, today()).used()).isEqualTo(2);
    // What there was room for in its own, and none above, was given back.
    assertThat(quotas.read(unit, Channel.SMS, today()).used()).isEqualTo(2);
    assertThat(waiting("@unit-quota")).isEqualTo(4);
  }

  @Test
  void whereNobodySetOneItGoesByThePeopleOfTheUnitAndBelow() {
    assertThat(quotas.read(unit, Channel.SMS, today()))
        .matches(quota -> !quota.chosen() && quota.perDay() == JdbcUnitQuotas.LEAST);
    jdbc.sql(
            """
            insert into recipient (unit_id, name, audience, dedupe_key)
            select :unit, 'An ' || n, 'phu-huynh', 'k' || n from generate_series(1, 30 - :known) n
            """)
        .param("unit", unit)
        .param("known", jdbc.sql("select count(*) from recipient").query(Long.class).single())
        .update();

    assertThat(quotas.of(unit))
        .singleElement()
        .matches(quota -> quota.perDay() == 150 && quota.people() == 30);
  }

  @Test
  void aQuotaIsANumberThatMakesSense() {
    for (int wrong : new int[] {-1, 10_000_001}) {
      assertThatThrownBy(() -> quotas.set(unit, Channel.SMS, OptionalInt.of(wrong), Actor.SYSTEM))
          .isInstanceOf(Refusal.class);
    }
    quotas.set(unit, Channel.SMS, OptionalInt.of(0), Actor.SYSTEM);
    assertThat(commit(turns("here", 0), claimed.getFirst())).isFalse();
    quotas.set(unit, Channel.SMS, OptionalInt.empty(), Actor.SYSTEM);
    assertThat(quotas.read(unit, Channel.SMS, today()).chosen()).isFalse();
  }

  private LedgerTurns turns(String node, int perPersonADay) {
    return LedgerExamples.turns(
        jdbc,
        new Node(node),
        LedgerExamples.cap(jdbc, perPersonADay),
        LedgerExamples.gate(jdbc, quotas));
  }

  private static boolean commit(LedgerTurns turns, ClaimedDelivery next) {
    return turns.commit(Channel.SMS, null, next, "main");
  }

  private int waiting(String reason) {
    return jdbc.sql(
            """
            select count(*) from queue q join delivery d on d.id = q.delivery_id
            where q.state = 'PENDING' and q.not_before > lantoa_now() and d.reason = :reason
            """)
        .param("reason", reason)
        .query(Integer.class)
        .single();
  }

  private LocalDate today() {
    return jdbc.sql("select (lantoa_now() at time zone 'Asia/Ho_Chi_Minh')::date")
        .query(LocalDate.class)
        .single();
  }
}
