package vn.lantoa.console.frame;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.common.Actor;
import vn.lantoa.database.Retries;
import vn.lantoa.security.AuditTrail;

/// Acts that leave a trace: the act and its line in the audit trail are stored together or not at
/// all. What PostgreSQL ends for a deadlock is done again, so an act does nothing outside the
/// database that must not be done twice.
@Component
public final class Audited {

  private final AuditTrail trail;
  private final TransactionTemplate transaction;
  private final Retries retries;
  private final Waiting waiting;

  Audited(
      AuditTrail trail, PlatformTransactionManager transactions, Retries retries, Waiting waiting) {
    this.trail = trail;
    this.waiting = waiting;
    this.retries = retries;
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

  /// One act that is done to several, or to none of them: each has it in its history.
  public void act(Actor actor, String action, List<String> subjects, String detail, Runnable act) {
    act(
        actor,
        action,
        _ -> subjects.getLast(),
        detail,
        () -> {
          act.run();
          subjects
              .subList(0, subjects.size() - 1)
              .forEach(subject -> trail.record(actor, action, subject, detail));
          return true;
        });
  }

  /// @param subject from the result: what is new has no id before
  public <T> T act(
      Actor actor, String action, Function<T, String> subject, String detail, Supplier<T> act) {
    try {
      return retries.get(
          "desk",
          transaction,
          () -> {
            var result = act.get();
            trail.record(actor, action, subject.apply(result), detail);
            return result;
          });
    } finally {
      waiting.forget();
    }
  }
}
