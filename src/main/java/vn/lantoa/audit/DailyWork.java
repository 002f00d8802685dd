package vn.lantoa.audit;

import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.lantoa.calendar.DayBegan;
import vn.lantoa.common.Zones;
import vn.lantoa.database.DatabaseClock;

/// What is done with the trail once a day: the file of the day before, and a walk through the
/// chain. Neither belongs into the transaction in which a day begins: one writes outside of the
/// database, the other takes long. So the day only wakes them, and what it does not reach (the
/// other nodes, one that was off) looks by itself.
@Component
class DailyWork {

  private static final Logger log = LoggerFactory.getLogger(DailyWork.class);

  private final DailyFiles files;
  private final Sealer sealer;
  private final Chain chain;
  private final DatabaseClock clock;

  DailyWork(DailyFiles files, Sealer sealer, Chain chain, DatabaseClock clock) {
    this.files = files;
    this.sealer = sealer;
    this.chain = chain;
    this.clock = clock;
  }

  @TransactionalEventListener
  void wake(DayBegan began) {
    if (began.zone().equals(Zones.VIETNAM)) {
      Thread.ofVirtual().name("audit-day").start(this::lookSoon);
    }
  }

  private void lookSoon() {
    try {
      look();
    } catch (RuntimeException e) {
      log.warn("The audit trail of the day is looked after later: {}", e.toString());
    }
  }

  @Scheduled(fixedDelayString = "${lantoa.audit.look-every:10m}", initialDelayString = "1m")
  synchronized void look() {
    sealer.run();
    files.makeUp().forEach(day -> log.info("The audit trail of {} is written down", day));
    if (isDue()) {
      var state = chain.check();
      if (!state.isSound()) {
        log.error("The chain of the audit trail is broken: {}", state);
      }
    }
  }

  private boolean isDue() {
    return chain.last().map(state -> day(state.at()).isBefore(day(clock.read()))).orElse(true);
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, Zones.VIETNAM);
  }
}
