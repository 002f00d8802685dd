package vn.lantoa.delivery;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.SendCalendar;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.database.DatabaseClock;

/// What senders know of the quotas of units. How many people a unit has is counted once in a while
/// and not for every message; before anything is put off it is counted anew.
@Component
class QuotaGate {

  /// Why a message waits that is beyond the quota.
  static final String REASON = "@unit-quota";

  private static final long KEPT_NANOS = Duration.ofMinutes(1).toNanos();

  private final JdbcUnitQuotas quotas;
  private final DeliveryQueue queue;
  private final SendCalendar calendar;
  private final DatabaseClock clock;
  private final Map<Sender, Known> known = new ConcurrentHashMap<>();

  private record Sender(long unitId, Channel channel) {}

  /// @param readAt by [System#nanoTime]
  private record Known(long perDay, long readAt) {}

  QuotaGate(
      JdbcUnitQuotas quotas, DeliveryQueue queue, SendCalendar calendar, DatabaseClock clock) {
    this.quotas = quotas;
    this.queue = queue;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// The quota of each unit that speaks in these, of one channel. Letters to people who work here
  /// have none.
  Map<Long, Long> of(Channel channel, List<ClaimedDelivery> deliveries) {
    return !quotas.has(channel)
        ? Map.of()
        : deliveries.stream()
            .filter(delivery -> !delivery.isNotice())
            .map(ClaimedDelivery::unitId)
            .distinct()
            .collect(Collectors.toMap(unit -> unit, unit -> perDay(new Sender(unit, channel))));
  }

  private long perDay(Sender sender) {
    var kept = known.get(sender);
    return kept != null && System.nanoTime() - kept.readAt < KEPT_NANOS
        ? kept.perDay
        : read(sender);
  }

  private long read(Sender sender) {
    long perDay = quotas.read(sender.unitId, sender.channel, today()).perDay();
    known.put(sender, new Known(perDay, System.nanoTime()));
    return perDay;
  }

  /// Sets back to the next day those that are beyond the quota of this one, unless there turns out
  /// to be room: then they are tried again.
  ///
  /// @param beyond of one channel
  void postpone(List<ClaimedDelivery> beyond) {
    beyond.stream().collect(Collectors.groupingBy(ClaimedDelivery::unitId)).forEach(this::postpone);
  }

  private void postpone(long unitId, List<ClaimedDelivery> beyond) {
    var channel = beyond.getFirst().channel();
    var sender = new Sender(unitId, channel);
    var before = known.get(sender);
    if (before == null || read(sender) <= before.perDay) {
      var tomorrow = today().plusDays(1).atStartOfDay(Zones.VIETNAM).toInstant();
      queue.postpone(beyond, calendar.nextAllowed(channel, tomorrow, Zones.VIETNAM), REASON);
    }
  }

  /// @param capped were counted for their units, and then for their people one too many
  void giveBack(List<ClaimedDelivery> capped) {
    capped.stream()
        .filter(delivery -> quotas.has(delivery.channel()))
        .collect(Collectors.groupingBy(ClaimedDelivery::unitId))
        .forEach((unit, some) -> quotas.giveBack(unit, some.getFirst().channel(), some.size()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.now(), Zones.VIETNAM);
  }
}
