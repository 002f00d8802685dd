package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Node;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.testing.StandingClock;

class FrequencyCapTest {

  private JdbcClient jdbc;
  private List<ClaimedDelivery> claimed;

  @BeforeEach
  void fill() {
    jdbc = JdbcClient.create(TestDatabase.create());
    // Whoever began at midnight would have two days.
    StandingClock.in(jdbc);
    LedgerExamples.runningCampaign(jdbc, 3);
    // One person under three names.
    jdbc.sql("update delivery set address = '+84300000001'").update();
    claimed = LedgerExamples.queue(jdbc, "here").claim(Channel.SMS, 3, Duration.ofMinutes(1));
  }

  @Test
  void nobodyGetsMoreThanTheDayAllowsWhicheverNodeSends() {
    var here = turns("here", 2);
    var there = turns("there", 2);

    assertThat(commit(here, claimed.get(0))).isTrue();
    assertThat(commit(there, claimed.get(1))).isTrue();
    assertThat(commit(here, claimed.get(2))).isFalse();

    assertThat(
            jdbc.sql(
                    "select state from queue where not_before > lantoa_now() and delivery_id = :id")
                .param("id", claimed.get(2).id())
                .query(String.class)
                .single())
        .isEqualTo("PENDING");
  }

  @Test
  void asManyOfThoseThatComeAtOnceMayGoAsTheDayHasLeft() throws Exception {
    var turns = turns("here", 2);
    List<Callable<Boolean>> commits = new ArrayList<>();
    claimed.forEach(delivery -> commits.add(() -> commit(turns, delivery)));

    int may = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(commits)) {
        may += answer.get() ? 1 : 0;
      }
    }

    assertThat(may).isEqualTo(2);
    assertThat(counted()).isEqualTo(2);
  }

  @Test
  void whatIsAskedForAgainIsNotCountedAgainOnThatDay() {
    var turns = turns("here", 1);

    assertThat(commit(turns, claimed.getFirst())).isTrue();
    assertThat(commit(turns, claimed.getFirst())).isTrue();

    assertThat(counted()).isEqualTo(1);
  }

  @Test
  void aRetryOnAnotherDayCountsOnThatDay() {
    var turns = turns("here", 1);
    jdbc.sql("update queue set wire_at = lantoa_now() - interval '1 day' where delivery_id = :id")
        .param("id", claimed.getFirst().id())
        .update();

    assertThat(commit(turns, claimed.getFirst())).isTrue();

    assertThat(commit(turns, claimed.get(1))).isFalse();
  }

  @Test
  void whatMayNotGoAfterAllUsesUpNobodysDay() {
    var turns = turns("here", 1);
    jdbc.sql("update campaign set status = 'PAUSED'").update();
    assertThat(commit(turns, claimed.getFirst())).isFalse();
    jdbc.sql("update campaign set status = 'RUNNING'").update();

    assertThat(commit(turns, claimed.get(1))).isTrue();
    assertThat(counted()).isEqualTo(1);
  }

  @Test
  void withoutALimitNothingIsCounted() {
    claimed.forEach(delivery -> assertThat(commit(turns("here", 0), delivery)).isTrue());

    assertThat(counted()).isZero();
  }

  private LedgerTurns turns(String node, int perDay) {
    return LedgerExamples.turns(jdbc, new Node(node), LedgerExamples.cap(jdbc, perDay));
  }

  private static boolean commit(LedgerTurns turns, ClaimedDelivery next) {
    return turns.commit(Channel.SMS, null, next, "main");
  }

  private int counted() {
    return jdbc.sql("select coalesce(sum(n), 0) from address_day").query(Integer.class).single();
  }
}
