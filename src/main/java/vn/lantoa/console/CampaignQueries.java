package vn.lantoa.console;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.common.Channel;
import vn.lantoa.console.CampaignView.Run;
import vn.lantoa.console.Progress.Trouble;
import vn.lantoa.delivery.DeliveryStatus;

/// What the campaign pages show beyond the campaign itself. Reads only.
@Repository
class CampaignQueries {

  private final JdbcClient jdbc;

  CampaignQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static final String COUNT_BY_STATUS =
      """
      select status, count(*) as campaigns
        from campaign
       where unit_id in (select unit_and_below(:rootUnitId))
       group by status
      """;

  Map<CampaignStatus, Long> countByStatus(long rootUnitId) {
    var counts = new EnumMap<CampaignStatus, Long>(CampaignStatus.class);
    jdbc.sql(COUNT_BY_STATUS)
        .param("rootUnitId", rootUnitId)
        .query(row -> {
          counts.put(CampaignStatus.valueOf(row.getString("status")), row.getLong("campaigns"));
        });
    return counts;
  }

  private static final String RUNS =
      """
      select wave_run.id, wave.position, wave_run.fire_at, wave_run.status, wave_run.finished_at,
             (select coalesce(sum(tally.n), 0) from tally where tally.run_id = wave_run.id) as deliveries
        from wave_run
        join wave on wave.id = wave_run.wave_id
       where wave_run.campaign_id = :campaignId
       order by wave_run.fire_at desc, wave.position
       limit 50
      """;

  /// The firings so far, newest first, at most 50.
  List<Run> runs(long campaignId) {
    return jdbc.sql(RUNS)
        .param("campaignId", campaignId)
        .query((row, _) ->
            new Run(
                row.getLong("id"),
                row.getInt("position"),
                row.getTimestamp("fire_at").toInstant(),
                Run.Status.valueOf(row.getString("status")),
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

  /// Why messages did not arrive, the most frequent reason first.
  List<Trouble> troubles(long campaignId) {
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

  private static @Nullable Instant instant(java.sql.@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
