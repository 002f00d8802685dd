package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Node;
import vn.lantoa.database.TestDatabase;

class FrequencyCapTest {

  private JdbcClient jdbc;
  private List<ClaimedDelivery> claimed;

  @BeforeEach
  void fill() {
    jdbc = JdbcClient.create(TestDatabase.create());
    LedgerExamples.runningCampaign(jdbc, 3);
    // One person under three names.
    jdbc.sql("update delivery set address = '+84300000001'").update();
    claimed = LedgerExamples.queue(jdbc, "here").claim(Channel.SMS, 3, Duration.ofMinutes(1));
  }

  @Test
  void nobodyGetsMoreThanTheDayAllowsWhicheverNodeSends() {
    var here = cap(2);
    var there = cap(2);

    assertThat(here.count(claimed.subList(0, 1)).beyond()).isEmpty();
    assertThat(there.count(claimed.subList(1, 2)).beyond()).isEmpty();
    assertThat(here.count(claimed.subList(2, 3)).beyond()).containsExactly(claimed.get(2).id());

    assertThat(
            jdbc.sql(
                    "select state from queue where not_before > lantoa_now() and delivery_id = :id")
                .param("id", claimed.get(2).id())
                .query(String.class)
                .single())
        .isEqualTo("PENDING");
  }

  @Test
  void asManyOfThoseThatComeAtOnceMayGoAsTheDayHasLeft() {
    assertThat(cap(2).count(claimed).beyond()).containsExactly(claimed.get(2).id());
    assertThat(counted()).isEqualTo(2);
  }

  @Test
  void whatWasOnTheWireBeforeIsNotCountedAgainOnThatDay() {
    var first = claimed.subList(0, 1);
    cap(1).count(first);
    jdbc.sql("update queue set wire_at = lantoa_now() where delivery_id = :id")
        .param("id", first.getFirst().id())
        .update();

    assertThat(cap(1).count(first).beyond()).isEmpty();

    assertThat(counted()).isEqualTo(1);
  }

  @Test
  void aRetryOnAnotherDayCountsOnThatDay() {
    jdbc.sql("update queue set wire_at = lantoa_now() - interval '1 day' where delivery_id = :id")
        .param("id", claimed.getFirst().id())
        .update();

    assertThat(cap(1).count(claimed.subList(0, 1)).beyond()).isEmpty();

    assertThat(cap(1).count(claimed.subList(1, 2)).beyond()).hasSize(1);
  }

  @Test
  void whatMayNotGoAfterAllUsesUpNobodysDay() {
    var turns = LedgerExamples.turns(jdbc, new Node("here"), cap(1));
    jdbc.sql("update campaign set status = 'PAUSED'").update();
    assertThat(turns.commit(Channel.SMS, null, claimed.getFirst(), "main")).isFalse();
    jdbc.sql("update campaign set status = 'RUNNING'").update();

    assertThat(turns.commit(Channel.SMS, null, claimed.get(1), "main")).isTrue();
    assertThat(counted()).isEqualTo(1);
  }

  @Test
  void withoutALimitNothingIsCounted() {
    assertThat(cap(0).count(claimed).beyond()).isEmpty();

    assertThat(counted()).isZero();
  }

  private FrequencyCap cap(int perDay) {
    return LedgerExamples.cap(jdbc, perDay);
  }

  private int counted() {
    return jdbc.sql("select coalesce(sum(n), 0) from address_day").query(Integer.class).single();
  }
}
