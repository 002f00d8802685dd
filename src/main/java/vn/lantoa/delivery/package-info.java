/// The ledger and the engine: expansion, claim, hand-over, outcome, retry.
@ApplicationModule(
    allowedDependencies = {
      "common",
      "database",
      "cluster",
      "org",
      "calendar",
      "content",
      "audience",
      "broadcast",
      "campaign",
      "schedule",
      "notice",
      "privacy"
    })
@NullMarked
package vn.lantoa.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
