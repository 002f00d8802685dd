package vn.lantoa.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Purpose;
import vn.lantoa.common.Refusal;

/// Reads campaigns with their waves, and moves them from state to state; those of [NoticeRuns] are
/// none. Call it inside a transaction.
@Component
class CampaignRows {

  private final JdbcClient jdbc;

  CampaignRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Campaign> find(long id) {
    return jdbc.sql("select * from campaign where id = :id and kind = 'OUTREACH'")
        .param("id", id)
        .query(this::campaign)
        .optional()
        .map(this::withWaves);
  }

  /// Newest first, of the unit and everything below it.
  List<Campaign> within(long rootUnitId, Set<CampaignStatus> statuses, int offset, int limit) {
    return jdbc
        .sql(
            """
            select * from campaign
            where kind = 'OUTREACH' and unit_id in (select unit_and_below(:root))
              and (cardinality(:statuses::text[]) = 0 or status = any(:statuses::text[]))
            order by id desc offset :offset limit :limit
            """)
        .param("root", rootUnitId)
        .param("statuses", statuses.stream().map(Enum::name).toArray(String[]::new))
        .param("offset", offset)
        .param("limit", limit)
        .query(this::campaign)
        .list()
        .stream()
        .map(this::withWaves)
        .toList();
  }

  /// The campaign, whose row is ours from now on.
  ///
  /// @throws Refusal `campaign.unknown`
  Campaign lock(long id) {
    jdbc.sql("select id from campaign where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .optional();
    return find(id).orElseThrow(() -> new Refusal("campaign.unknown"));
  }

  /// The version counts the moves: whoever decided on what he had read is told.
  void move(long id, CampaignStatus status, String note) {
    jdbc.sql(
            """
            update campaign set status = :status, note = :note, stopped_by = null, version = version + 1
            where id = :id
            """)
        .param("status", status.name())
        .param("note", note)
        .param("id", id)
        .update();
  }

  /// Who hands in what its author held back has had his say: another one approves.
  void submitted(long id, OffsetDateTime at, Actor actor) {
    jdbc.sql(
            """
            update campaign
            set submitted_at = :at,
                writers = array_remove(writers, :actor::bigint) || array_remove(array[:actor::bigint], null)
            where id = :id
            """)
        .param("at", at)
        .param("actor", actor.accountId())
        .param("id", id)
        .update();
  }

  /// Nothing of it has a moment any more.
  void stop(long id) {
    jdbc.sql("update wave set next_fire_at = null where campaign_id = :id")
        .param("id", id)
        .update();
  }

  private static final String COUNT_BY_STATUS =
      """
      select status, count(*) as campaigns
        from campaign
       where kind = 'OUTREACH'
         and unit_id in (select unit_and_below(:rootUnitId))
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

  private Campaign withWaves(Campaign campaign) {
    var waves =
        jdbc.sql("select * from wave where campaign_id = :id order by position")
            .param("id", campaign.id())
            .query((row, _) -> WaveRows.wave(row))
            .list();
    return new Campaign(
        campaign.id(),
        campaign.unitId(),
        campaign.name(),
        campaign.purpose(),
        campaign.status(),
        campaign.version(),
        campaign.authorId(),
        campaign.author(),
        campaign.writers(),
        campaign.createdAt(),
        campaign.submittedAt(),
        campaign.approver(),
        campaign.approvedAt(),
        campaign.note(),
        campaign.finishedAt(),
        campaign.stoppedBy(),
        waves);
  }

  private Campaign campaign(ResultSet row, int number) throws SQLException {
    return new Campaign(
        row.getLong("id"),
        row.getLong("unit_id"),
        row.getString("name"),
        Purpose.valueOf(row.getString("purpose")),
        CampaignStatus.valueOf(row.getString("status")),
        row.getInt("version"),
        (Long) row.getObject("author_id"),
        row.getString("author"),
        writers(row),
        Objects.requireNonNull(WaveRows.instant(row, "created_at")),
        WaveRows.instant(row, "submitted_at"),
        row.getString("approver"),
        WaveRows.instant(row, "approved_at"),
        row.getString("note"),
        WaveRows.instant(row, "finished_at"),
        (Long) row.getObject("stopped_by"),
        List.of());
  }

  /// A node of before writes the last of them only.
  private static Set<Long> writers(ResultSet row) throws SQLException {
    var writers = new HashSet<>(List.of((Long[]) row.getArray("writers").getArray()));
    if (row.getObject("author_id") instanceof Long last) {
      writers.add(last);
    }
    return Set.copyOf(writers);
  }
}
