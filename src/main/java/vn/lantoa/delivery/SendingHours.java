package vn.lantoa.delivery;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.SendCalendar;
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
  /// @return ids of those put off
  Set<Long> outside(List<ClaimedDelivery> deliveries) {
    var now = clock.now();
    var outside = new HashSet<Long>();
    for (var delivery : deliveries) {
      var opening = calendar.nextAllowed(delivery.channel(), now, delivery.zone());
      if (opening.isAfter(now)) {
        queue.postpone(List.of(delivery), opening, null);
        int others = queue.postponeLike(delivery, opening);
        outside.add(delivery.id());
        if (others > 0) {
          log.info(
              "campaign={} channel={} is after hours; {} more wait until {}",
              delivery.campaignId(),
              delivery.channel(),
              others,
              opening);
        }
      }
    }
    return outside;
  }
}
