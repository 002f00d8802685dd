package vn.lantoa.campaign;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audience.SearchText;
import vn.lantoa.common.Order;

/// Campaigns in PostgreSQL, found and put in order there: some thousands, never the ledger.
@Repository
@Transactional(readOnly = true)
class JdbcCampaignSearch implements CampaignSearch {

  private final JdbcClient jdbc;

  JdbcCampaignSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Long> ids(Wanted wanted, Order order, int offset, int limit) {
    return question(
            """
            with found as materialized (
              select c.id, case :by
                       when 'ten' then folded(c.name)
                       when 'nguoi-lap' then folded(c.author)
                       when 'tinh-trang' then c.status
                       when 'lap' then to_char(c.id, '0000000000000000000')
                       when 'gui' then to_char(coalesce(
                         (select min(w.next_fire_at) from wave w where w.campaign_id = c.id), c.finished_at,
                         (select min(w.start_local at time zone w.zone) from wave w where w.campaign_id = c.id))
                         at time zone 'UTC', 'YYYYMMDDHH24MISSUS')
                     end as key
              from campaign c
              where c.kind = 'OUTREACH' and c.unit_id in (select unit_and_below(:root))
                and (cardinality(:statuses::text[]) = 0 or c.status = any(:statuses::text[]))
                and (:text = '' or folded(c.name) like folded(:name))
                and (:begin::timestamptz is null and :end::timestamptz is null
                     or exists (select from wave_run r where r.campaign_id = c.id
                                  and r.fire_at >= coalesce(:begin::timestamptz, '-infinity')
                                  and r.fire_at < coalesce(:end::timestamptz, 'infinity'))
                     or exists (select from wave w where w.campaign_id = c.id
                                  and (w.next_fire_at is not null or c.status in ('DRAFT', 'SUBMITTED'))
                                  and coalesce(w.next_fire_at, w.start_local at time zone w.zone)
                                      >= coalesce(:begin::timestamptz, '-infinity')
                                  and coalesce(w.next_fire_at, w.start_local at time zone w.zone)
                                      < coalesce(:end::timestamptz, 'infinity')))
            )
            select id from found
            order by case when not :down then key end, case when :down then key end desc, id desc
            offset :offset limit :limit
            """,
            wanted)
        .param("by", order.by())
        .param("down", order.down())
        .param("offset", offset)
        .param("limit", limit)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  @Override
  public long count(Wanted wanted) {
    return ids(wanted, new Order("", false), 0, Integer.MAX_VALUE).size();
  }

  private JdbcClient.StatementSpec question(String statement, Wanted wanted) {
    return jdbc.sql(statement)
        .param("root", wanted.rootUnitId())
        .param("statuses", wanted.statuses().stream().map(Enum::name).toArray(String[]::new))
        .param("text", wanted.text().strip())
        .param("name", SearchText.of(wanted.text()).name())
        .param("begin", wanted.days().begin())
        .param("end", wanted.days().end());
  }
}
