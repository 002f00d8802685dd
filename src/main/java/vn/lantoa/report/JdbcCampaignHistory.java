package vn.lantoa.report;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.campaign.WaveRuns;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.DeliveryStatus;

/// Reads the runs and the ledger's tally.
@Repository
@Transactional(readOnly = true)
class JdbcCampaignHistory implements CampaignHistory {

  private final JdbcClient jdbc;

  JdbcCampaignHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static final String FIRINGS =
      """
      select wave_run.id, wave.position, wave_run.fire_at, wave_run.status, wave_run.finished_at,
             (select coalesce(sum(tally.n), 0) from tally where tally.run_id = wave_run.id) as deliveries
        from wave_run
        join wave on wave.id = wave_run.wave_id
       where wave_run.campaign_id = :campaignId
       order by wave_run.fire_at desc, wave.position
       limit 50
      """;

  @Override
  public List<Firing> firings(long campaignId) {
    return jdbc.sql(FIRINGS)
        .param("campaignId", campaignId)
        .query((row, _) ->
            new Firing(
                row.getLong("id"),
                row.getInt("position"),
                row.getTimestamp("fire_at").toInstant(),
                WaveRuns.Status.valueOf(row.getString("status")),
                instant(row.getTimestamp("finished_at")),
                row.getLong("deliveries")))
        .list();
  }

  private static final String TROUBLES =
      """
      select tally.channel, tally.status, tally.reason, sum(tally.n) as deliveries
        from wave_run
        join tally on tally.run_id = wave_run.id
       where wave_run.campaign_id = :campaignId
         and tally.reason is not null
       group by tally.channel, tally.status, tally.reason
      having sum(tally.n) > 0
       order by sum(tally.n) desc, tally.status, tally.reason
       limit 12
      """;

  @Override
  public List<Trouble> troubles(long campaignId) {
    return jdbc.sql(TROUBLES)
        .param("campaignId", campaignId)
        .query((row, _) ->
            new Trouble(
                new Channel(row.getString("channel")),
                DeliveryStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getLong("deliveries")))
        .list();
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
