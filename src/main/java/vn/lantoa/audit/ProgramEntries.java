package vn.lantoa.audit;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Actor;
import vn.lantoa.common.ProgramAct;
import vn.lantoa.security.AuditTrail;

/// What the program did of itself, in its own name.
@Component
class ProgramEntries {

  private final AuditTrail trail;

  ProgramEntries(AuditTrail trail) {
    this.trail = trail;
  }

  @EventListener
  void done(ProgramAct act) {
    trail.record(Actor.SYSTEM, act.action(), act.subject(), act.detail());
  }
}
