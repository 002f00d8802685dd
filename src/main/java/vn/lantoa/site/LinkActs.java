package vn.lantoa.site;

import java.util.function.BooleanSupplier;
import vn.lantoa.channel.UnsubscribeLinks.Target;

/// What somebody does at the link in his letter, together with its entry in the audit trail.
@FunctionalInterface
interface LinkActs {

  /// @param act says whether it changed anything; what changes nothing leaves no trace
  boolean act(String action, Target target, BooleanSupplier act);
}
