package vn.lantoa.console.frame;

import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.common.Actor;
import vn.lantoa.security.AuditTrail;

/// Acts that leave a trace: the act and its line in the audit trail are stored together or not at
/// all.
@Component
public final class Audited {

  private final AuditTrail trail;
  private final TransactionTemplate transaction;

  Audited(AuditTrail trail, PlatformTransactionManager transactions) {
    this.trail = trail;
    this.transaction = new TransactionTemplate(transactions);
  }

  public void act(Actor actor, String action, String subject, String detail, Runnable act) {
    act(
        actor,
        action,
        subject,
        detail,
        () -> {
          act.run();
          return true;
        });
  }

  public <T> T act(Actor actor, String action, String subject, String detail, Supplier<T> act) {
    return act(actor, action, _ -> subject, detail, act);
  }

  /// @param subject from the result: what is new has no id before
  public <T> T act(
      Actor actor, String action, Function<T, String> subject, String detail, Supplier<T> act) {
    return java.util.Objects.requireNonNull(
        transaction.execute(_ -> {
          var result = act.get();
          trail.record(actor, action, subject.apply(result), detail);
          return result;
        }));
  }
}
