package vn.lantoa.org;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Refusal;

@Repository
@Transactional
class JdbcOutlets implements Outlets {

  private final JdbcClient jdbc;
  private final OrgUnits units;
  private final ApplicationEventPublisher events;

  JdbcOutlets(JdbcClient jdbc, OrgUnits units, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.units = units;
    this.events = events;
  }

  @Override
  public Outlet put(long unitId, Channel channel, String address, String name) {
    var plainName = PublicName.of(name);
    PublicName.requireNoneOf(outside(unitId), plainName);
    var stored =
        jdbc.sql(
                """
                insert into outlet (unit_id, channel, address, name) values (:unit, :channel, :address, :name)
                on conflict (channel, address) do update set name = excluded.name, unit_id = excluded.unit_id
                  -- What a unit below calls its own, one above takes over.
                  where outlet.unit_id in (select unit_and_below(excluded.unit_id))
                returning *
                """)
            .param("unit", unitId)
            .param("channel", channel.key())
            .param("address", address.strip())
            .param("name", plainName)
            .query(JdbcOutlets::outlet)
            .optional()
            .orElseThrow(() -> new Refusal("outlet.taken", address.strip()));
    events.publishEvent(new SenderChanged(unitId));
    return stored;
  }

  /// Whose names a page of this unit may not bear: of all that lie neither in it nor below it.
  private List<OrgUnit> outside(long unitId) {
    var own = units.subtree(unitId).stream().map(OrgUnit::id).collect(Collectors.toSet());
    return units.all().stream().filter(unit -> !own.contains(unit.id())).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Outlet> within(long rootUnitId) {
    return jdbc.sql(
            """
            select * from outlet where unit_id in (select unit_and_below(:root)) order by channel, name, id
            """)
        .param("root", rootUnitId)
        .query(JdbcOutlets::outlet)
        .list();
  }

  private static Outlet outlet(ResultSet row, int number) throws SQLException {
    return new Outlet(
        row.getLong("id"),
        row.getLong("unit_id"),
        new Channel(row.getString("channel")),
        row.getString("address"),
        row.getString("name"),
        row.getBoolean("active"));
  }
}
