package vn.lantoa.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Actor;
import vn.lantoa.security.AuditTrail;

/// For what is done over and over and says nothing new: looking at the same page, trying the same
/// door. The first time is written down, and then nothing for ten minutes, so that neither a reader
/// who goes back and forth nor a script fills what is never erased. Each node counts for itself.
@Component
public class Repeated {

  static final Duration QUIET = Duration.ofMinutes(10);

  /// More people and pages than a node serves in ten minutes.
  private static final int KEPT = 10_000;

  private final AuditTrail trail;
  private final InstantSource clock;
  private final Map<Act, Instant> written =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Act, Instant> eldest) {
          return size() > KEPT;
        }
      };

  Repeated(AuditTrail trail, InstantSource clock) {
    this.trail = trail;
    this.clock = clock;
  }

  /// As [AuditTrail#record]; call it outside of a transaction that may fail.
  public void record(Actor actor, String action, String subject, String detail) {
    if (isNew(new Act(actor, action, subject, detail))) {
      trail.record(actor, action, subject, detail);
    }
  }

  private boolean isNew(Act act) {
    var now = clock.instant();
    synchronized (written) {
      var before = written.get(act);
      if (before != null && now.isBefore(before.plus(QUIET)) && !now.isBefore(before)) {
        return false;
      }
      written.remove(act);
      written.put(act, now);
      return true;
    }
  }

  private record Act(Actor actor, String action, String subject, String detail) {}
}
