package vn.lantoa.console;

import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Actor;
import vn.lantoa.security.AuditTrail;

/// Does what a person asked for and writes down that he did, both or neither.
@Component
class OnRecord {

  private final AuditTrail audit;

  OnRecord(AuditTrail audit) {
    this.audit = audit;
  }

  /// @param subject what was acted on, from the result: a new thing has no id before
  @Transactional
  <T> T act(
      Actor actor, String action, Supplier<T> act, Function<T, String> subject, String detail) {
    var result = act.get();
    audit.record(actor, action, subject.apply(result), detail);
    return result;
  }

  @Transactional
  void act(Actor actor, String action, String subject, String detail, Runnable act) {
    act.run();
    audit.record(actor, action, subject, detail);
  }
}
