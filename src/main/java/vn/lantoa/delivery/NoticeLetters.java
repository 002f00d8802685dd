package vn.lantoa.delivery;

import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.campaign.NoticeRuns;
import vn.lantoa.cluster.Cluster;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Channels;
import vn.lantoa.notice.Notices;
import vn.lantoa.notice.Notices.ToSend;

/// Puts into the ledger what people who work here are to be told by letter. A notice is written
/// with the act it tells of; here it becomes a delivery, a moment later and in a transaction of its
/// own, so that no act waits for the ledger and the two never lock against each other.
@Component
class NoticeLetters {

  private static final Logger log = LoggerFactory.getLogger(NoticeLetters.class);

  /// In one transaction.
  private static final int MOST = 500;

  private final Notices notices;
  private final NoticeRuns runs;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Cluster cluster;
  private final Channels channels;

  NoticeLetters(
      Notices notices,
      NoticeRuns runs,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Cluster cluster,
      Channels channels) {
    this.notices = notices;
    this.runs = runs;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.cluster = cluster;
    this.channels = channels;
  }

  @Scheduled(fixedDelayString = "${lantoa.delivery.notices-every:1s}", initialDelayString = "2s")
  void write() {
    if (cluster.hold().isPresent() || !channels.enabled().contains(Channel.EMAIL)) {
      return;
    }
    var unit = notices.unitWithLetters();
    while (unit.isPresent() && write(unit.get()) > 0) {
      unit = notices.unitWithLetters();
    }
  }

  /// @return how many; none when another node is at it
  private int write(long unitId) {
    Integer written =
        transaction.execute(status -> {
          var run = runs.begin(unitId);
          var letters = notices.take(unitId, run.id(), MOST);
          if (letters.isEmpty()) {
            status.setRollbackOnly();
            return 0;
          }
          insert(run, unitId, letters);
          log.info(
              "run={} of unit={} has {} letters to accounts", run.id(), unitId, letters.size());
          return letters.size();
        });
    return written == null ? 0 : written;
  }

  private static final String INSERT =
      """
      insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id, recipient_name, address,
        status, reason, not_before, expires_at, settled_at)
      select :run, :campaign, :channel, 'NOTICE', letter.notice, :unit, letter.name, letter.address,
        case when letter.open and s.id is null then 'PENDING' else 'SUPPRESSED' end,
        case when not letter.open then '@account-closed' when s.id is not null then '@suppressed.HARD_BOUNCE' end,
        lantoa_now(), lantoa_now() + interval '3 days',
        case when not letter.open or s.id is not null then lantoa_now() end
      from unnest(:notices::bigint[], :names::text[], :addresses::text[], :open::boolean[])
        as letter (notice, name, address, open)
      -- It is no matter of consent; but a dead address is dead for every letter.
      left join suppression s on s.channel = :channel and s.address = letter.address and s.lifted_at is null
        and s.reason = 'HARD_BOUNCE'
      order by letter.notice
      """;

  private void insert(NoticeRuns.NoticeRun run, long unitId, List<ToSend> letters) {
    jdbc.sql(INSERT)
        .param("run", run.id())
        .param("campaign", run.campaignId())
        .param("channel", Channel.EMAIL.key())
        .param("unit", unitId)
        .param("notices", each(letters, ToSend::noticeId).toArray(Long[]::new))
        .param("names", each(letters, ToSend::name).toArray(String[]::new))
        .param("addresses", each(letters, ToSend::address).toArray(String[]::new))
        .param("open", each(letters, ToSend::open).toArray(Boolean[]::new))
        .update();
  }

  private static <T> List<T> each(List<ToSend> letters, Function<ToSend, T> value) {
    return letters.stream().map(value).toList();
  }
}
