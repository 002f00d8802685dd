package vn.lantoa.broadcast;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Refusal;

@Repository
@Transactional
class JdbcScripts implements Scripts {

  private final JdbcClient jdbc;
  private final Stations stations;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;

  JdbcScripts(
      JdbcClient jdbc, Stations stations, ApplicationEventPublisher events, InstantSource clock) {
    this.jdbc = jdbc;
    this.stations = stations;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public BroadcastScript add(
      long stationId,
      LocalDate weekOn,
      String itemId,
      String contentHash,
      String title,
      String body,
      long delivery) {
    var station = stations.find(stationId).orElseThrow(() -> new Refusal("station.unknown"));
    // The update locks the script's row, so that two items added at once get two positions.
    long script =
        jdbc.sql(
                """
                insert into broadcast_script (station_id, week_on) values (:station, :week)
                on conflict (station_id, week_on) do update set station_id = excluded.station_id
                returning id
                """)
            .param("station", stationId)
            .param("week", monday(weekOn))
            .query(Long.class)
            .single();
    int added =
        jdbc.sql(
                """
                insert into script_item (script_id, position, item_id, content_hash, title, body, seconds, delivery_id)
                select :script, coalesce(max(position), 0) + 1, :item, :hash, :title, :body, :seconds, :delivery
                from script_item where script_id = :script
                on conflict (delivery_id) do nothing
                """)
            .param("script", script)
            .param("item", itemId)
            .param("hash", contentHash)
            .param("title", title)
            .param("body", body)
            .param("seconds", SpokenLength.of(body, station.syllablesPerMinute()).toSeconds())
            .param("delivery", delivery)
            .update();
    if (added > 0) {
      events.publishEvent(new ScriptItemAdded(station, monday(weekOn), title, delivery));
    }
    return find(script).orElseThrow();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<BroadcastScript> of(long stationId, LocalDate anyDayOfTheWeek) {
    return jdbc.sql(
            "select id from broadcast_script where station_id = :station and week_on = :week")
        .param("station", stationId)
        .param("week", monday(anyDayOfTheWeek))
        .query(Long.class)
        .optional()
        .flatMap(this::find);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<BroadcastScript> find(long scriptId) {
    return jdbc.sql("select * from broadcast_script where id = :id")
        .param("id", scriptId)
        .query((row, _) ->
            new BroadcastScript(
                scriptId,
                stations.find(row.getLong("station_id")).orElseThrow(),
                row.getObject("week_on", LocalDate.class),
                items(scriptId)))
        .optional();
  }

  @Override
  public void confirmAired(
      long scriptId, long scriptItemId, Instant airedAt, Duration length, Actor actor) {
    if (airedAt.isAfter(clock.instant())) {
      throw new Refusal("script.aired-in-future");
    }
    var delivery =
        jdbc.sql(
                "select delivery_id from script_item where id = :item and script_id = :script for update")
            .param("item", scriptItemId)
            .param("script", scriptId)
            .query(Long.class)
            .optional()
            .orElseThrow(() -> new Refusal("script.item-unknown"));
    jdbc.sql(
            """
            insert into airing (script_item_id, aired_at, seconds, actor, recorded_at)
            values (:item, :at, :seconds, :actor, :now)
            on conflict (script_item_id) do update
            set aired_at = excluded.aired_at, seconds = excluded.seconds, actor = excluded.actor,
                recorded_at = excluded.recorded_at
            """)
        .param("item", scriptItemId)
        .param("at", airedAt.atOffset(ZoneOffset.UTC))
        .param("seconds", length.toSeconds())
        .param("actor", actor.name())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    events.publishEvent(new ItemAired(delivery, airedAt));
  }

  private List<BroadcastScript.Item> items(long scriptId) {
    return jdbc.sql(
            """
            select i.*, a.aired_at, a.seconds as aired_seconds, a.actor
            from script_item i left join airing a on a.script_item_id = i.id
            where i.script_id = :script order by i.position
            """)
        .param("script", scriptId)
        .query(JdbcScripts::item)
        .list();
  }

  private static BroadcastScript.Item item(ResultSet row, int number) throws SQLException {
    var aired = row.getTimestamp("aired_at");
    return new BroadcastScript.Item(
        row.getLong("id"),
        row.getInt("position"),
        row.getString("item_id"),
        row.getString("title"),
        row.getString("body"),
        Duration.ofSeconds(row.getInt("seconds")),
        aired == null ? null : aired.toInstant(),
        aired == null ? null : Duration.ofSeconds(row.getInt("aired_seconds")),
        row.getString("actor"));
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
