package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;
import vn.lantoa.database.TestDatabase;

class DeliveryQueueTest {

  private static final Duration LEASE = Duration.ofSeconds(60);

  private JdbcClient jdbc;
  private DeliveryQueue here;
  private DeliveryQueue there;

  @BeforeEach
  void fill() {
    DataSource database = TestDatabase.create();
    jdbc = JdbcClient.create(database);
    here = LedgerExamples.queue(jdbc, "here");
    there = LedgerExamples.queue(jdbc, "there");
    LedgerExamples.runningCampaign(jdbc, 100);
  }

  @Test
  void noDeliveryIsClaimedTwice() throws Exception {
    var claimed = new ArrayList<Long>();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<List<ClaimedDelivery>>> claims = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        claims.add(() -> here.claim(Channel.SMS, 10, LEASE));
        claims.add(() -> there.claim(Channel.SMS, 10, LEASE));
      }
      for (var claim : threads.invokeAll(claims)) {
        claim.get().forEach(delivery -> claimed.add(delivery.id()));
      }
    }
    for (var rest = here.claim(Channel.SMS, 100, LEASE);
        !rest.isEmpty();
        rest = here.claim(Channel.SMS, 100, LEASE)) {
      rest.forEach(delivery -> claimed.add(delivery.id()));
    }

    assertThat(claimed).hasSize(100);
    assertThat(new HashSet<>(claimed)).hasSize(100);
  }

  @Test
  void aLetterToSomebodyWhoWorksHereWaitsForNoBulkMail() {
    LedgerExamples.anotherCampaign(jdbc, 3);
    jdbc.sql("update campaign set kind = 'NOTICES' where name = 'Thử nữa'").update();
    long notices =
        jdbc.sql("select id from campaign where kind = 'NOTICES'").query(Long.class).single();

    assertThat(here.claim(Channel.SMS, 4, LEASE))
        .extracting(ClaimedDelivery::campaignId)
        .startsWith(notices, notices, notices)
        .hasSize(4);
    assertThat(there.claim(Channel.SMS, 200, LEASE)).hasSize(99);
  }

  @Test
  void whatLostItsLeaseIsNotSentByItsOldOwner() {
    var mine = here.claim(Channel.SMS, 1, LEASE);
    jdbc.sql("update queue set lease_until = lantoa_now() - interval '1 s' where state = 'CLAIMED'")
        .update();

    there.recoverLapsed();
    var theirs = there.claim(Channel.SMS, 100, LEASE);

    assertThat(theirs).extracting(ClaimedDelivery::id).contains(mine.getFirst().id());
    assertThat(LedgerExamples.mark(jdbc, "here", mine)).containsExactly(false);
    assertThat(LedgerExamples.mark(jdbc, "there", theirs)).containsOnly(true);
  }

  @Test
  void aDeadNodesClaimsWaitAgainAndItsWireIsUncertain() {
    var claimed = here.claim(Channel.SMS, 10, LEASE);
    LedgerExamples.mark(jdbc, "here", claimed.subList(0, 3));

    int uncertain = LedgerExamples.queue(jdbc, "here").recoverOwn();

    assertThat(uncertain).isEqualTo(3);
    assertThat(LedgerExamples.count(jdbc, "UNCERTAIN")).isEqualTo(3);
    assertThat(LedgerExamples.count(jdbc, "PENDING")).isEqualTo(97);
  }

  @Test
  void anotherNodesClaimsAreLeftAlone() {
    here.claim(Channel.SMS, 10, LEASE);

    assertThat(there.recoverOwn()).isZero();
    assertThat(there.recoverLapsed()).isZero();

    assertThat(LedgerExamples.count(jdbc, "CLAIMED")).isEqualTo(10);
  }

  @Test
  void aPauseStopsWhatIsAlreadyClaimed() {
    var claimed = here.claim(Channel.SMS, 5, LEASE);
    jdbc.sql("update campaign set status = 'PAUSED'").update();

    assertThat(LedgerExamples.mark(jdbc, "here", claimed)).containsOnly(false);

    assertThat(LedgerExamples.count(jdbc, "PENDING")).isEqualTo(100);
    assertThat(here.claim(Channel.SMS, 5, LEASE)).isEmpty();
  }

  @Test
  void anOptOutStopsWhatIsAlreadyClaimed() {
    var claimed = here.claim(Channel.SMS, 1, LEASE);
    jdbc.sql(
            "insert into suppression (channel, address, reason, source) values ('sms', :a, 'OPT_OUT', 'test')")
        .param("a", claimed.getFirst().address())
        .update();

    assertThat(LedgerExamples.mark(jdbc, "here", claimed)).containsExactly(false);

    assertThat(LedgerExamples.count(jdbc, "SUPPRESSED")).isEqualTo(1);
  }

  /// The address may be on the list of another unit, too.
  @Test
  void aWordOfStaffStopsWhatTheirPeopleWereToGet() {
    jdbc.sql("insert into org_unit (kind, code, name) values ('SCHOOL', 'T', 'Trường')").update();
    jdbc.sql("update recipient set unit_id = 1 + id % 2").update();
    var claimed = here.claim(Channel.SMS, 2, LEASE);
    jdbc.sql(
            """
            insert into suppression (channel, address, reason, source, unit_id, units)
            select 'sms', address, 'OPT_OUT', 'điện thoại', 2, '{2}' from delivery
            """)
        .update();

    assertThat(claimed).extracting(delivery -> delivery.targetId() % 2).containsExactly(1L, 0L);
    assertThat(LedgerExamples.mark(jdbc, "here", claimed)).containsExactly(false, true);
    assertThat(LedgerExamples.count(jdbc, "SUPPRESSED")).isEqualTo(1);
  }

  @Test
  void aCancelledCampaignSendsNothingMore() {
    var claimed = here.claim(Channel.SMS, 5, LEASE);
    jdbc.sql("update campaign set status = 'CANCELLED'").update();

    here.cancel();

    assertThat(LedgerExamples.mark(jdbc, "here", claimed)).containsOnly(false);
    assertThat(LedgerExamples.count(jdbc, "CANCELLED")).isEqualTo(100);
  }

  @Test
  void aPausedChannelIsNotClaimed() {
    jdbc.sql("insert into channel_pause (channel, reason) values ('sms', 'no credit')").update();

    assertThat(here.claim(Channel.SMS, 5, LEASE)).isEmpty();
  }

  @Test
  void whatWaitedTooLongExpires() {
    jdbc.sql(
            "update queue set expires_at = lantoa_now() - interval '1 s' where delivery_id % 2 = 0")
        .update();

    assertThat(here.expire()).isEqualTo(50);

    assertThat(LedgerExamples.count(jdbc, "EXPIRED")).isEqualTo(50);
  }

  @Test
  void aRunIsSettledWhenNothingIsOpen() {
    var run = jdbc.sql("select id from wave_run").query(Long.class).list();
    assertThat(here.settledRuns(run)).isEmpty();

    jdbc.sql("delete from queue").update();

    assertThat(here.settledRuns(run)).isEqualTo(run);
  }

  @Test
  void aDeliveryBelongsToARunThatExists() {
    assertThatThrownBy(() ->
            jdbc.sql(
                    """
                    insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id,
                      recipient_name, address, status, not_before, expires_at)
                    select run_id + 1, campaign_id, channel, target_kind, target_id, unit_id, recipient_name,
                      address, status, not_before, expires_at from delivery
                    """)
                .update())
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(() -> jdbc.sql("delete from wave_run").update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void aMarkThatWasWrittenButNotHeardOfIsGivenBackWhenTheCampaignIsPausedMeanwhile() {
    // The commit is written; its answer is lost with the connection; the worker asks again.
    var onTheWire = LedgerExamples.putOnTheWire(jdbc, "here");
    jdbc.sql("update campaign set status = 'PAUSED'").update();

    assertThat(LedgerExamples.mark(jdbc, "here", List.of(onTheWire))).containsExactly(false);
    jdbc.sql("update queue set lease_until = lantoa_now() - interval '1 min'").update();
    here.recoverLapsed();

    // Nothing was ever handed over, and this node knew.
    assertThat(LedgerExamples.count(jdbc, "UNCERTAIN")).isZero();
  }
}
