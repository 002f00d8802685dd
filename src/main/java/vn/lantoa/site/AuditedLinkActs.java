package vn.lantoa.site;

import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.audience.Recipients;
import vn.lantoa.channel.UnsubscribeLinks.Target;
import vn.lantoa.common.Actor;
import vn.lantoa.security.AuditTrail;

/// Written for each person the address leads to; who of a household pressed the button nobody
/// knows, and from which machine is not ours to keep.
@Component
class AuditedLinkActs implements LinkActs {

  private final Recipients recipients;
  private final AuditTrail trail;
  private final TransactionTemplate transaction;

  AuditedLinkActs(
      Recipients recipients, AuditTrail trail, PlatformTransactionManager transactions) {
    this.recipients = recipients;
    this.trail = trail;
    transaction = new TransactionTemplate(transactions);
  }

  @Override
  public boolean act(String action, Target target, BooleanSupplier act) {
    return Boolean.TRUE.equals(
        transaction.execute(_ -> {
          boolean changed = act.getAsBoolean();
          if (changed) {
            record(action, target);
          }
          return changed;
        }));
  }

  private void record(String action, Target target) {
    var people = recipients.reachedAt(target.channel(), target.address());
    for (var id : people) {
      trail.record(Actor.OUTSIDER, action, "recipient:" + id, target.channel().key());
    }
    if (people.isEmpty()) {
      trail.record(Actor.OUTSIDER, action, "recipients", target.channel().key());
    }
  }
}
