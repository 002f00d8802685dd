package vn.lantoa.delivery;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  private record Known(List<QuotaLimit> limits, long readAt) {}

  QuotaGate(
      JdbcUnitQuotas quotas, DeliveryQueue queue, SendCalendar calendar, DatabaseClock clock) {
    this.quotas = quotas;
    this.queue = queue;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// The quotas of the units that speak in these, of one channel, and of those above. Letters to
  /// people who work here have none.
  List<QuotaLimit> of(Channel channel, List<ClaimedDelivery> deliveries) {
    return !quotas.has(channel)
        ? List.of()
        : deliveries.stream()
            .filter(delivery -> !delivery.isNotice())
            .map(ClaimedDelivery::unitId)
            .distinct()
            .flatMap(unit -> limits(new Sender(unit, channel)).stream())
            .toList();
  }

  private List<QuotaLimit> limits(Sender sender) {
    var kept = known.get(sender);
    return kept != null && System.nanoTime() - kept.readAt < KEPT_NANOS
        ? kept.limits
        : read(sender);
  }

  private List<QuotaLimit> read(Sender sender) {
    var limits = quotas.limits(sender.unitId, sender.channel, today());
    known.put(sender, new Known(limits, System.nanoTime()));
    return limits;
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
    if (before == null || !isRaised(before.limits, read(sender))) {
      var tomorrow = today().plusDays(1).atStartOfDay(Zones.VIETNAM).toInstant();
      queue.postpone(beyond, calendar.nextAllowed(channel, tomorrow, Zones.VIETNAM), REASON);
    }
  }

  /// Whether any of them leaves more room than before, or is gone.
  private static boolean isRaised(List<QuotaLimit> before, List<QuotaLimit> now) {
    var perDay = now.stream().collect(Collectors.toMap(QuotaLimit::countingId, QuotaLimit::perDay));
    return before.stream()
        .anyMatch(old -> perDay.getOrDefault(old.countingId(), Long.MAX_VALUE) > old.perDay());
  }

  /// @param capped were counted for their units, and then for their people one too many
  /// @param surplus of each unit, how many were counted for it, and then for another one too many
  void giveBack(Channel channel, List<ClaimedDelivery> capped, Map<Long, Integer> surplus) {
    var counted = new TreeMap<>(surplus);
    if (quotas.has(channel)) {
      capped.stream()
          .flatMap(delivery -> limits(new Sender(delivery.unitId(), channel)).stream())
          .forEach(limit -> counted.merge(limit.countingId(), 1, Integer::sum));
    }
    counted.forEach((unit, messages) -> quotas.giveBack(unit, channel, messages));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.now(), Zones.VIETNAM);
  }
}
