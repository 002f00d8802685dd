package vn.lantoa.audience;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;

/// Counts recipients in PostgreSQL.
@Repository
@Transactional(readOnly = true)
class JdbcSegments implements Segments {

  private final JdbcClient jdbc;

  JdbcSegments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<Channel, Reach> reach(Segment segment, Purpose purpose) {
    var reach = new TreeMap<Channel, Reach>();
    jdbc.sql(
            """
            with point as (
              -- A shared address is open when anyone on it agreed.
              select p.channel, p.address, r.id as person,
                     bool_or(agreed(p, :purpose) is not null and s.id is null)
                       over (partition by p.channel, p.address) as open
              from recipient r
              join contact_point p on p.recipient_id = r.id
              left join suppression s on s.channel = p.channel and s.address = p.address and s.lifted_at is null
                and holds_in(s, r.unit_id)
              where r.removed_at is null and r.unit_id in (select unit_and_below(:unit))
                and (cardinality(:audiences::text[]) = 0 or r.audience = any(:audiences::text[]))
            )
            select channel, count(distinct address) filter (where open) as messages,
                   count(distinct person) filter (where open) as people,
                   count(distinct person) as with_address
            from point group by channel
            """)
        .param("purpose", purpose.name())
        .param("unit", segment.unitId())
        .param("audiences", segment.audiences().toArray(String[]::new))
        .query(row -> {
          reach.put(
              new Channel(row.getString("channel")),
              new Reach(
                  row.getLong("messages"),
                  row.getLong("people"),
                  row.getLong("with_address") - row.getLong("people")));
        });
    return reach;
  }

  @Override
  public List<NameKind> names(Segment segment, Purpose purpose, Channel channel) {
    return jdbc.sql(
            """
            select min(name) as name, count(*) as messages
            from (
              -- In whose name a message goes is for the ledger to say: whoever agreed first.
              select distinct on (p.address) r.name
              from recipient r
              join contact_point p on p.recipient_id = r.id and p.channel = :channel
              left join suppression s on s.channel = p.channel and s.address = p.address and s.lifted_at is null
                and holds_in(s, r.unit_id)
              where r.removed_at is null and r.unit_id in (select unit_and_below(:unit))
                and (cardinality(:audiences::text[]) = 0 or r.audience = any(:audiences::text[]))
                and agreed(p, :purpose) is not null and s.id is null
              order by p.address, agreed(p, :purpose), r.id
            ) as named
            group by char_length(name), name ~ '^[ -~]*$'
            order by char_length(min(name)) desc, name
            """)
        .param("channel", channel.key())
        .param("purpose", purpose.name())
        .param("unit", segment.unitId())
        .param("audiences", segment.audiences().toArray(String[]::new))
        .query((row, _) -> new NameKind(row.getString("name"), row.getLong("messages")))
        .list();
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
