package vn.lantoa.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Channel;

/// Reads the queue alone: of each group one row of the ledger is looked at, for its reason.
@Repository
@Transactional(readOnly = true)
class JdbcPostponements implements Postponements {

  private final JdbcClient jdbc;

  JdbcPostponements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static final String POSTPONED =
      """
      with running as materialized (
        select r.id, c.id as campaign_id, c.name
          from wave_run r
          join campaign c on c.id = r.campaign_id
         where r.status = 'RUNNING' and c.status = 'RUNNING'
           and (:campaign::bigint is null or c.id = :campaign::bigint)
           and (:root::bigint is null or c.unit_id in (select unit_and_below(:root::bigint)))
      ), waiting as materialized (
        select running.campaign_id, running.name, q.channel,
               date_trunc('minute', q.not_before) as until, min(q.delivery_id) as one, count(*) as deliveries
          from running
          join queue q on q.run_id = running.id
         where q.state = 'PENDING' and q.not_before > lantoa_now()
         group by 1, 2, 3, 4
         order by deliveries desc, until limit :most
      )
      select waiting.*, d.reason
        from waiting
        join delivery d on d.id = waiting.one
       order by waiting.deliveries desc, waiting.until, waiting.channel
      """;

  @Override
  public List<Postponed> of(long campaignId) {
    return jdbc.sql(POSTPONED)
        .param("campaign", campaignId)
        .param("root", null)
        .param("most", 6)
        .query(JdbcPostponements::postponed)
        .list();
  }

  @Override
  public List<Postponed> within(long rootUnitId) {
    return jdbc.sql(POSTPONED)
        .param("campaign", null)
        .param("root", rootUnitId)
        .param("most", 20)
        .query(JdbcPostponements::postponed)
        .list();
  }

  private static Postponed postponed(ResultSet row, int number) throws SQLException {
    return new Postponed(
        row.getLong("campaign_id"),
        row.getString("name"),
        new Channel(row.getString("channel")),
        row.getTimestamp("until").toInstant(),
        row.getString("reason"),
        row.getLong("deliveries"));
  }
}
