package vn.lantoa.broadcast;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.broadcast.Station.AirSlot;
import vn.lantoa.common.Refusal;
import vn.lantoa.org.PublicName;

@Repository
@Transactional
class JdbcStations implements Stations {

  private final JdbcClient jdbc;

  JdbcStations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Station put(
      long unitId,
      Station.Kind kind,
      String name,
      @Nullable String email,
      int syllablesPerMinute,
      List<AirSlot> slots) {
    var plainName = PublicName.of(name);
    long id =
        jdbc.sql(
                """
                insert into station (unit_id, kind, name, email, syllables_per_minute)
                values (:unit, :kind, :name, :email, :pace)
                on conflict (name) do update
                set kind = excluded.kind, email = excluded.email,
                    syllables_per_minute = excluded.syllables_per_minute, active = true
                where station.unit_id = excluded.unit_id
                returning id
                """)
            .param("unit", unitId)
            .param("kind", kind.name())
            .param("name", plainName)
            .param("email", email)
            .param("pace", syllablesPerMinute)
            .query(Long.class)
            .optional()
            .orElseThrow(() -> new Refusal("station.taken", plainName));
    jdbc.sql("delete from air_slot where station_id = :id").param("id", id).update();
    for (var slot : slots) {
      jdbc.sql(
              """
              insert into air_slot (station_id, day_of_week, start_time, minutes)
              values (:id, :day, :time, :minutes) on conflict do nothing
              """)
          .param("id", id)
          .param("day", slot.day().getValue())
          .param("time", slot.time())
          .param("minutes", slot.minutes())
          .update();
    }
    return find(id).orElseThrow();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Station> find(long id) {
    return jdbc.sql("select * from station where id = :id")
        .param("id", id)
        .query(this::station)
        .optional()
        .map(this::withSlots);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Station> within(long rootUnitId) {
    return jdbc
        .sql(
            """
            select * from station where active and unit_id in (select unit_and_below(:root)) order by name, id
            """)
        .param("root", rootUnitId)
        .query(this::station)
        .list()
        .stream()
        .map(this::withSlots)
        .toList();
  }

  private Station withSlots(Station station) {
    var slots =
        jdbc.sql("select * from air_slot where station_id = :id order by day_of_week, start_time")
            .param("id", station.id())
            .query((row, _) ->
                new AirSlot(
                    DayOfWeek.of(row.getInt("day_of_week")),
                    row.getObject("start_time", LocalTime.class),
                    row.getInt("minutes")))
            .list();
    return new Station(
        station.id(),
        station.unitId(),
        station.kind(),
        station.name(),
        station.email(),
        station.syllablesPerMinute(),
        slots);
  }

  private Station station(ResultSet row, int number) throws SQLException {
    return new Station(
        row.getLong("id"),
        row.getLong("unit_id"),
        Station.Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("email"),
        row.getInt("syllables_per_minute"),
        List.of());
  }
}
