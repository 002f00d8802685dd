package vn.lantoa.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.SendCalendar;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Zones;
import vn.lantoa.database.DatabaseClock;

/// Nobody gets more messages on one day than the channel's settings allow, whichever campaigns and
/// nodes they come from. Those beyond it wait for the next day. Counted before the wire: after a
/// crash a person may get one less, never one more.
@Component
class FrequencyCap {

  private final JdbcClient jdbc;
  private final DeliveryQueue queue;
  private final Channels channels;
  private final SendCalendar calendar;
  private final DatabaseClock clock;

  FrequencyCap(
      JdbcClient jdbc,
      DeliveryQueue queue,
      Channels channels,
      SendCalendar calendar,
      DatabaseClock clock) {
    this.jdbc = jdbc;
    this.queue = queue;
    this.channels = channels;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// What became of some deliveries, by id.
  ///
  /// @param beyond too many; set back
  /// @param counted now, and not on the wire before on that day
  record Count(LocalDate day, Set<Long> beyond, Set<Long> counted) {}

  /// Counts these deliveries of one channel, and sets back those that would be too many.
  Count count(List<ClaimedDelivery> deliveries) {
    var today = LocalDate.ofInstant(clock.now(), Zones.VIETNAM);
    int most =
        deliveries.isEmpty() ? 0 : channels.of(deliveries.getFirst().channel()).perPersonADay();
    if (most == 0) {
      return new Count(today, Set.of(), Set.of());
    }
    var channel = deliveries.getFirst().channel();
    var asked = ask(channel, deliveries, today, most);
    var may = asked.stream().map(Asked::id).collect(Collectors.toSet());
    var beyond = deliveries.stream().filter(delivery -> !may.contains(delivery.id())).toList();
    if (!beyond.isEmpty()) {
      queue.postpone(
          beyond, calendar.nextAllowed(channel, tomorrow(today), Zones.VIETNAM), "@capped");
    }
    return new Count(
        today,
        beyond.stream().map(ClaimedDelivery::id).collect(Collectors.toSet()),
        asked.stream().filter(Asked::isNew).map(Asked::id).collect(Collectors.toSet()));
  }

  /// Takes back what was counted for deliveries that did not go on the wire after all.
  void takeBack(Count count, List<ClaimedDelivery> unsent) {
    var counted = unsent.stream().filter(one -> count.counted().contains(one.id())).toList();
    if (counted.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update address_day a set n = a.n - back.n
            from (select address, count(*) as n from unnest(:addresses::text[]) as back (address) group by address) back
            where a.channel = :channel and a.address = back.address and a.day = :day::date
            """)
        .param("addresses", addresses(counted))
        .param("channel", counted.getFirst().channel().key())
        .param("day", count.day())
        .update();
  }

  private List<Asked> ask(
      Channel channel, List<ClaimedDelivery> deliveries, LocalDate day, int most) {
    return jdbc.sql(
            """
            -- This commit need not wait for the disk: the one that lets a message on the wire comes after it and does,
            -- for all that was written before.
            with at_ease as materialized (
              select set_config('synchronous_commit', 'off', true)
            ), asked as materialized (
              select mine.id, mine.address, again.counted,
                row_number() over (partition by mine.address, again.counted order by mine.id) as nth
              from unnest(:ids::bigint[], :addresses::text[]) as mine (id, address)
              join queue q on q.delivery_id = mine.id
              -- It was on the wire before on this day, and counted then.
              cross join lateral (
                select coalesce((q.wire_at at time zone :zone)::date = :day::date, false) as counted) again
            ), counted as (
              insert into address_day (channel, address, day, n, before)
              select :channel, address, :day::date, least(count(*), :most), 0
              from asked where not counted group by address order by address
              on conflict (channel, address, day) do update
              set n = greatest(least(address_day.n + excluded.n, :most), address_day.n), before = address_day.n
              returning address, n - before as granted
            )
            select asked.id, not asked.counted as is_new
            from at_ease, asked left join counted on counted.address = asked.address
            where asked.counted or asked.nth <= counted.granted
            """)
        .param("ids", deliveries.stream().map(ClaimedDelivery::id).toArray(Long[]::new))
        .param("addresses", addresses(deliveries))
        .param("channel", channel.key())
        .param("zone", Zones.VIETNAM.getId())
        .param("day", day)
        .param("most", most)
        .query((row, _) -> new Asked(row.getLong("id"), row.getBoolean("is_new")))
        .list();
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
  void forget() {
    jdbc.sql("delete from address_day where day < :day")
        .param("day", LocalDate.ofInstant(clock.now(), Zones.VIETNAM).minusDays(2))
        .update();
  }

  private static String[] addresses(List<ClaimedDelivery> deliveries) {
    return deliveries.stream().map(ClaimedDelivery::address).toArray(String[]::new);
  }

  private static Instant tomorrow(LocalDate today) {
    return today.plusDays(1).atStartOfDay(Zones.VIETNAM).toInstant();
  }

  /// A delivery that may go.
  private record Asked(long id, boolean isNew) {}
}
