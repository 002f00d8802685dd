package vn.lantoa.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lantoa.audit.Chain;
import vn.lantoa.database.DatabaseClock;

/// Whether the audit trail was whole when somebody last looked, and is sealed as it grows.
@Component
class AuditWatch {

  /// Seals come every few seconds.
  private static final Duration UNSEALED = Duration.ofMinutes(10);

  private final Chain chain;
  private final DatabaseClock clock;

  AuditWatch(Chain chain, DatabaseClock clock) {
    this.chain = chain;
    this.clock = clock;
  }

  List<Alarm> alarms() {
    var alarms = new ArrayList<Alarm>();
    chain
        .last()
        .filter(state -> !state.isSound())
        .ifPresent(state -> alarms.add(Alarm.bad("audit-broken").begun(state.at())));
    chain.waitingSince().filter(this::isLong).ifPresent(since -> alarms.add(unsealed(since)));
    return alarms;
  }

  private boolean isLong(Instant since) {
    return since.plus(UNSEALED).isBefore(clock.now());
  }

  private static Alarm unsealed(Instant since) {
    return Alarm.warn("audit-unsealed", since);
  }
}
