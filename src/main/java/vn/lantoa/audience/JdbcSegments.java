package vn.lantoa.audience;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Channel;

/// Counts recipients in PostgreSQL.
@Repository
@Transactional(readOnly = true)
class JdbcSegments implements Segments {

  private final JdbcClient jdbc;

  JdbcSegments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<Channel, Reach> reach(Segment segment) {
    var reach = new TreeMap<Channel, Reach>();
    jdbc.sql(
            """
            select channel, count(*) filter (where open) as reachable, count(*) filter (where not open) as suppressed
            from (
              -- A shared address counts once, and as open when anyone on it agreed.
              select p.channel, p.address, bool_or(p.consent_at is not null and s.id is null) as open
              from recipient r
              join contact_point p on p.recipient_id = r.id
              left join suppression s on s.channel = p.channel and s.address = p.address and s.lifted_at is null
              where r.removed_at is null and r.unit_id in (select unit_and_below(:unit))
                and (cardinality(:audiences::text[]) = 0 or r.audience = any(:audiences::text[]))
              group by p.channel, p.address
            ) as addresses
            group by channel
            """)
        .param("unit", segment.unitId())
        .param("audiences", segment.audiences().toArray(String[]::new))
        .query(row -> {
          reach.put(
              new Channel(row.getString("channel")),
              new Reach(row.getLong("reachable"), row.getLong("suppressed")));
        });
    return reach;
  }

  @Override
  public long size(Segment segment) {
    return jdbc.sql(
            """
            select count(*) from recipient r
            where r.removed_at is null and r.unit_id in (select unit_and_below(:unit))
              and (cardinality(:audiences::text[]) = 0 or r.audience = any(:audiences::text[]))
            """)
        .param("unit", segment.unitId())
        .param("audiences", segment.audiences().toArray(String[]::new))
        .query(Long.class)
        .single();
  }
}
