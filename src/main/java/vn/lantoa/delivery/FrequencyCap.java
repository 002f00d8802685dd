package vn.lantoa.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.DayBegan;
import vn.lantoa.calendar.SendCalendar;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Zones;
import vn.lantoa.database.DatabaseClock;

/// Nobody gets more messages on one day than the channel's settings allow, whichever campaigns and
/// nodes they come from. [LedgerTurns] counts in the very statement that lets a message on the
/// wire; those beyond the limit wait for the next day.
@Component
class FrequencyCap {

  /// Why a message waits that is beyond the limit.
  static final String REASON = "@capped";

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

  /// Messages to one address a day; 0: any number.
  int perDay(Channel channel) {
    return channels.of(channel).perPersonADay();
  }

  /// Sets back to the next day those that are beyond the limit of this one.
  ///
  /// @param beyond of one channel
  void postpone(List<ClaimedDelivery> beyond) {
    if (!beyond.isEmpty()) {
      var tomorrow = today().plusDays(1).atStartOfDay(Zones.VIETNAM).toInstant();
      var channel = beyond.getFirst().channel();
      Instant next = calendar.nextAllowed(channel, tomorrow, Zones.VIETNAM);
      queue.postpone(beyond, next, REASON);
    }
  }

  /// The day before may still be counted by who has just gone on the wire.
  @EventListener
  void forget(DayBegan began) {
    if (began.zone().equals(Zones.VIETNAM)) {
      jdbc.sql(
              """
              with held as materialized (
                -- Who still counts for a day long gone need not be waited for.
                select channel, address, day from address_day where day < :day
                order by channel, address, day for update skip locked
              )
              delete from address_day a using held
              where a.channel = held.channel and a.address = held.address and a.day = held.day
              """)
          .param("day", began.day().minusDays(2))
          .update();
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.now(), Zones.VIETNAM);
  }
}
