package vn.lantoa.delivery;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.SendCalendar;
import vn.lantoa.common.Channel;
import vn.lantoa.database.DatabaseClock;

/// Keeps the quiet hours to the last moment. The expansion lets a wave begin when its channel may
/// send; a long one, a retry or a wave that was paused may come to the wire after hours, and waits
/// for the next opening then.
@Component
class SendingHours {

  private static final Logger log = LoggerFactory.getLogger(SendingHours.class);

  private final DeliveryQueue queue;
  private final SendCalendar calendar;
  private final DatabaseClock clock;

  SendingHours(DeliveryQueue queue, SendCalendar calendar, DatabaseClock clock) {
    this.queue = queue;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// Puts off those for which it is too late or too early now, and what else waits in their runs:
  /// it would only be claimed to be put off in its turn.
  ///
  /// @param deliveries of one channel
  /// @return ids of those put off
  Set<Long> outside(List<ClaimedDelivery> deliveries) {
    var now = clock.now();
    var outside = new HashSet<Long>();
    deliveries.stream()
        .collect(Collectors.groupingBy(ClaimedDelivery::zone))
        .forEach((zone, same) -> {
          var channel = same.getFirst().channel();
          var opening = calendar.nextAllowed(channel, now, zone);
          if (opening.isAfter(now)) {
            putOff(channel, same, opening);
            same.forEach(delivery -> outside.add(delivery.id()));
          }
        });
    return outside;
  }

  private void putOff(Channel channel, List<ClaimedDelivery> deliveries, Instant opening) {
    queue.postpone(deliveries, opening, null);
    int others = queue.postponeLike(deliveries, opening);
    if (others > 0) {
      log.info("channel={} is after hours; {} more wait until {}", channel, others, opening);
    }
  }
}
