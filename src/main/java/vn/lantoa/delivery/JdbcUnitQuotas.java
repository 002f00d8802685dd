package vn.lantoa.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.calendar.DayBegan;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Refusal;
import vn.lantoa.common.Zones;
import vn.lantoa.database.DatabaseClock;

/// Quotas in PostgreSQL. [LedgerTurns] counts in the very statement that lets a message on the
/// wire.
@Repository
@Transactional
class JdbcUnitQuotas implements UnitQuotas {

  /// A unit with few people may still write to them as often as it has reason to.
  static final int LEAST = 100;

  private static final int MOST = 10_000_000;
  private static final double NEAR = 0.8;

  private final JdbcClient jdbc;
  private final Channels channels;
  private final DatabaseClock clock;

  JdbcUnitQuotas(JdbcClient jdbc, Channels channels, DatabaseClock clock) {
    this.jdbc = jdbc;
    this.channels = channels;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Quota> of(long unitId) {
    return channels.all().stream()
        .filter(this::has)
        .map(channel -> read(unitId, channel, today()))
        .toList();
  }

  boolean has(Channel channel) {
    return channels.of(channel).unitQuota() > 0;
  }

  private static final String QUOTA =
      """
      select (select per_day from unit_quota where unit_id = :unit and channel = :channel) as chosen,
             (select count(*) from recipient
               where removed_at is null and unit_id in (select unit_and_below(:unit))) as people,
             coalesce((select n from unit_day where unit_id = :unit and channel = :channel and day = :day), 0) as used
      """;

  @Transactional(readOnly = true)
  Quota read(long unitId, Channel channel, LocalDate day) {
    int perPerson = channels.of(channel).unitQuota();
    return jdbc.sql(QUOTA)
        .param("unit", unitId)
        .param("channel", channel.key())
        .param("day", day)
        .query((row, _) -> quota(row, channel, perPerson))
        .single();
  }

  /// Those above the unit that somebody set a quota for, the nearest first.
  private static final String ABOVE =
      """
      with recursive above as (
        select parent_id as id, 1 as distance from org_unit where id = :unit
        union all
        select u.parent_id, above.distance + 1 from org_unit u join above on u.id = above.id
      )
      select above.id from above join unit_quota q on q.unit_id = above.id and q.channel = :channel
       order by above.distance
      """;

  /// The units a message of this one counts for: itself, and those above.
  private Stream<Long> counting(long unitId, Channel channel) {
    var above =
        jdbc.sql(ABOVE)
            .param("unit", unitId)
            .param("channel", channel.key())
            .query((row, _) -> row.getLong(1))
            .list();
    return Stream.concat(Stream.of(unitId), above.stream());
  }

  /// For whom its messages count.
  @Transactional(readOnly = true)
  List<QuotaLimit> limits(long unitId, Channel channel, LocalDate day) {
    return counting(unitId, channel)
        .map(unit -> new QuotaLimit(unitId, unit, read(unit, channel, day).perDay()))
        .toList();
  }

  /// What is left of the one that is nearest to its end, the unit's own or one above.
  @Transactional(readOnly = true)
  long left(long unitId, Channel channel, LocalDate day) {
    return counting(unitId, channel)
        .mapToLong(unit -> read(unit, channel, day).left())
        .min()
        .orElse(0);
  }

  private static Quota quota(ResultSet row, Channel channel, int perPerson) throws SQLException {
    long people = row.getLong("people");
    var chosen = (Integer) row.getObject("chosen");
    return new Quota(
        channel,
        chosen == null ? Math.max(LEAST, perPerson * people) : chosen,
        chosen != null,
        people,
        row.getLong("used"));
  }

  @Override
  public void set(long unitId, Channel channel, OptionalInt perDay, Actor actor) {
    if (!has(channel)
        || perDay.isPresent() && (perDay.getAsInt() < 0 || perDay.getAsInt() > MOST)) {
      throw new Refusal("unit.quota-wrong", MOST);
    }
    if (perDay.isEmpty()) {
      jdbc.sql("delete from unit_quota where unit_id = :unit and channel = :channel")
          .param("unit", unitId)
          .param("channel", channel.key())
          .update();
      return;
    }
    jdbc.sql(
            """
            insert into unit_quota (unit_id, channel, per_day, actor) values (:unit, :channel, :perDay, :actor)
            on conflict (unit_id, channel) do update
            set per_day = excluded.per_day, actor = excluded.actor, at = lantoa_now()
            """)
        .param("unit", unitId)
        .param("channel", channel.key())
        .param("perDay", perDay.getAsInt())
        .param("actor", actor.name())
        .update();
  }

  private static final String SENDING =
      """
      select d.unit_id, d.channel, u.name
        from unit_day d join org_unit u on u.id = d.unit_id
       where d.day = :day and d.n > 0
       order by d.n desc limit 200
      """;

  @Override
  @Transactional(readOnly = true)
  public List<Near> nearlyUsed() {
    var day = today();
    return jdbc
        .sql(SENDING)
        .param("day", day)
        .query(
            (row, _) -> new Sender(row.getLong(1), new Channel(row.getString(2)), row.getString(3)))
        .list()
        .stream()
        .filter(sender -> channels.all().contains(sender.channel) && has(sender.channel))
        .map(sender -> new Near(sender.unit, read(sender.unitId, sender.channel, day)))
        .filter(near -> near.quota().used() >= NEAR * near.quota().perDay())
        .sorted(
            Comparator.comparingDouble(
                near -> -(double) near.quota().used() / Math.max(1, near.quota().perDay())))
        .limit(20)
        .toList();
  }

  private record Sender(long unitId, Channel channel, String unit) {}

  /// The day before may still be counted by who has just gone on the wire.
  @EventListener
  void forget(DayBegan began) {
    if (began.zone().equals(Zones.VIETNAM)) {
      jdbc.sql(
              """
              with held as materialized (
                select unit_id, channel, day from unit_day where day < :day
                order by unit_id, channel, day for update skip locked
              )
              delete from unit_day u using held
              where u.unit_id = held.unit_id and u.channel = held.channel and u.day = held.day
              """)
          .param("day", began.day().minusDays(2))
          .update();
    }
  }

  /// Those that were counted and did not go after all.
  void giveBack(long unitId, Channel channel, int messages) {
    jdbc.sql(
            """
            update unit_day set n = greatest(0, n - :messages)
            where unit_id = :unit and channel = :channel and day = :day
            """)
        .param("unit", unitId)
        .param("channel", channel.key())
        .param("day", today())
        .param("messages", messages)
        .update();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.now(), Zones.VIETNAM);
  }
}
