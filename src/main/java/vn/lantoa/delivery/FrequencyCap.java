package vn.lantoa.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.SendCalendar;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Zones;

/// Nobody gets more messages on one day than the channel's settings allow, whichever campaigns and
/// nodes they come from. Those beyond it wait for the next day. Counted before the wire: after a
/// crash a person may get one less, never one more.
@Component
class FrequencyCap {

  private final JdbcClient jdbc;
  private final DeliveryQueue queue;
  private final Channels channels;
  private final SendCalendar calendar;
  private final InstantSource clock;

  FrequencyCap(
      JdbcClient jdbc,
      DeliveryQueue queue,
      Channels channels,
      SendCalendar calendar,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.queue = queue;
    this.channels = channels;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// Counts these deliveries of one channel, and sets back those that would be too many.
  ///
  /// @return ids of those set back
  Set<Long> beyond(List<ClaimedDelivery> deliveries) {
    if (deliveries.isEmpty()) {
      return Set.of();
    }
    var channel = deliveries.getFirst().channel();
    int most = channels.of(channel).perPersonADay();
    if (most == 0) {
      return Set.of();
    }
    var today = LocalDate.ofInstant(clock.instant(), Zones.VIETNAM);
    var counted = new HashSet<>(count(channel, deliveries, today, most));
    var beyond = deliveries.stream().filter(delivery -> !counted.contains(delivery.id())).toList();
    if (!beyond.isEmpty()) {
      queue.postpone(
          beyond, calendar.nextAllowed(channel, tomorrow(today), Zones.VIETNAM), "@capped");
    }
    return new HashSet<>(beyond.stream().map(ClaimedDelivery::id).toList());
  }

  private List<Long> count(
      Channel channel, List<ClaimedDelivery> deliveries, LocalDate day, int most) {
    return jdbc.sql(
            """
            -- This commit need not wait for the disk: the one that lets a message on the wire comes after it and does,
            -- for all that was written before.
            with at_ease as materialized (
              select set_config('synchronous_commit', 'off', true)
            ), asked as materialized (
              select mine.id, mine.address, q.wire_at is not null as counted,
                row_number() over (partition by mine.address order by mine.id) as nth
              from unnest(:ids::bigint[], :addresses::text[]) as mine (id, address)
              join queue q on q.delivery_id = mine.id
            ), counted as (
              insert into address_day (channel, address, day, n)
              -- Two to one address at once are rare: the second waits.
              select :channel, address, :day::date, 1 from asked where nth = 1 and not counted order by address
              on conflict (channel, address, day) do update set n = address_day.n + 1 where address_day.n < :most
              returning address
            )
            select id from asked, at_ease
            -- It was on the wire before, and counted then.
            where counted or nth = 1 and asked.address in (select address from counted)
            """)
        .param("ids", deliveries.stream().map(ClaimedDelivery::id).toArray(Long[]::new))
        .param(
            "addresses", deliveries.stream().map(ClaimedDelivery::address).toArray(String[]::new))
        .param("channel", channel.key())
        .param("day", day)
        .param("most", most)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
  void forget() {
    jdbc.sql("delete from address_day where day < :day")
        .param("day", LocalDate.ofInstant(clock.instant(), Zones.VIETNAM).minusDays(2))
        .update();
  }

  private static Instant tomorrow(LocalDate today) {
    return today.plusDays(1).atStartOfDay(Zones.VIETNAM).toInstant();
  }
}
