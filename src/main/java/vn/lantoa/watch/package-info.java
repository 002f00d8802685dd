/// Looks whether everything moves that should, and says what does not.
@ApplicationModule(
    allowedDependencies = {
      "common",
      "database",
      "cluster",
      "privacy",
      "calendar",
      "audit",
      "campaign",
      "schedule",
      "delivery"
    })
@NullMarked
package vn.lantoa.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
