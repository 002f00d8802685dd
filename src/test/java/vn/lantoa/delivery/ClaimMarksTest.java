package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.delivery.ClaimMarks.Mark;
import vn.lantoa.delivery.ClaimMarks.Row;

class ClaimMarksTest {

  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final String NOW = "2026-10-10 08:00:00+00";

  private JdbcClient jdbc;
  private DeliveryQueue here;
  private DeliveryQueue there;
  private final ClaimMarks marks = new ClaimMarks();

  @BeforeEach
  void fill() {
    jdbc = JdbcClient.create(TestDatabase.create());
    here = LedgerExamples.queue(jdbc, "here");
    there = LedgerExamples.queue(jdbc, "there");
    LedgerExamples.runningCampaign(jdbc, 10);
  }

  @Test
  void aClaimBeginsWhereTheLastOneEnded() {
    var first = here.claim(Channel.SMS, 4, LEASE, marks);
    here.release(first);

    var second = here.claim(Channel.SMS, 4, LEASE, marks);

    assertThat(ids(second)).doesNotContainAnyElementsOf(ids(first)).hasSize(4);
  }

  @Test
  void whatCameBackBehindItIsFoundThere() {
    var first = here.claim(Channel.SMS, 4, LEASE, marks);
    here.claim(Channel.SMS, 4, LEASE, marks);
    here.release(first);

    assertThat(ids(here.claimBehind(Channel.SMS, 10, LEASE, marks)))
        .containsExactlyElementsOf(ids(first));
    assertThat(here.claimBehind(Channel.SMS, 10, LEASE, marks)).isEmpty();
    assertThat(here.claim(Channel.SMS, 10, LEASE, marks)).hasSize(2);
  }

  @Test
  void aLookThatStoppedGoesOnFromThere() {
    var all = here.claim(Channel.SMS, 10, LEASE, marks);
    here.claim(Channel.SMS, 10, LEASE, marks);
    here.release(all);
    var first = here.claimBehind(Channel.SMS, 4, LEASE, marks);
    here.release(first);

    assertThat(ids(here.claimBehind(Channel.SMS, 4, LEASE, marks)))
        .doesNotContainAnyElementsOf(ids(first));
    assertThat(here.claimBehind(Channel.SMS, 4, LEASE, marks)).hasSize(2);
    assertThat(ids(here.claimBehind(Channel.SMS, 10, LEASE, marks)))
        .containsExactlyElementsOf(ids(first));
  }

  @Test
  void whatAnotherNodeGivesBackIsFoundThereToo() {
    var theirs = there.claim(Channel.SMS, 4, LEASE);
    assertThat(here.claim(Channel.SMS, 10, LEASE, marks)).hasSize(6);
    there.release(theirs);

    assertThat(here.claim(Channel.SMS, 10, LEASE, marks)).isEmpty();
    assertThat(ids(here.claimBehind(Channel.SMS, 10, LEASE, marks)))
        .containsExactlyElementsOf(ids(theirs));
  }

  @Test
  void whatIsPutOffLiesAheadByItself() {
    var claimed = here.claim(Channel.SMS, 10, LEASE, marks);
    here.claim(Channel.SMS, 10, LEASE, marks);
    var soon = LedgerExamples.clock(jdbc).read().plusMillis(300);
    here.postpone(claimed, soon, null);
    jdbc.sql("update clock set shift = '1 s'").update();

    assertThat(here.claimBehind(Channel.SMS, 10, LEASE, marks)).isEmpty();
    assertThat(here.claim(Channel.SMS, 10, LEASE, marks)).hasSize(10);
  }

  @Test
  void aPausedCampaignLosesItsMark() {
    here.release(here.claim(Channel.SMS, 10, LEASE, marks));
    jdbc.sql("update campaign set status = 'PAUSED'").update();
    here.claim(Channel.SMS, 10, LEASE, marks);
    assertThat(marks.all()).isEmpty();
    jdbc.sql("update campaign set status = 'RUNNING'").update();

    assertThat(here.claim(Channel.SMS, 10, LEASE, marks)).hasSize(10);
  }

  @Test
  void aClaimThatWasNotFullHasSeenEverythingDue() {
    marks.advance(List.of(row(1, 11), row(1, 12), row(2, null)), false);

    assertThat(marks.all())
        .containsOnlyKeys(1L, 2L)
        .containsEntry(1L, Mark.behind(NOW))
        .containsEntry(2L, Mark.behind(NOW));
  }

  @Test
  void aFullOneStoppedAtTheLastItTook() {
    marks.advance(List.of(row(1, null), row(2, null), row(3, null), row(4, null)), false);
    var before = marks.all().get(4L);

    marks.advance(List.of(row(1, null), row(2, 11), row(3, 12), row(3, 13), row(4, null)), true);

    assertThat(marks.all().get(1L)).isEqualTo(Mark.behind(NOW));
    assertThat(marks.all().get(2L)).isEqualTo(Mark.behind(NOW));
    assertThat(marks.all().get(3L)).isEqualTo(new Mark(NOW, 13));
    assertThat(marks.all().get(4L)).isEqualTo(before);
  }

  @Test
  void aRunItDidNotComeToHasNone() {
    marks.advance(List.of(row(1, 11), row(2, null)), true);

    assertThat(marks.all()).containsOnlyKeys(1L);
  }

  private static Row row(long run, Integer taken) {
    return taken == null
        ? new Row(run, NOW, null, null)
        : new Row(run, NOW, new Mark(NOW, taken), LedgerExamples.claimed(1).getFirst());
  }

  private static List<Long> ids(List<ClaimedDelivery> claimed) {
    return claimed.stream().map(ClaimedDelivery::id).toList();
  }
}
