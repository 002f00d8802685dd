/// The ledger: what became of each message, and the desk for what is not certain.
@ApplicationModule(
    allowedDependencies = {
      "common",
      "database",
      "audience",
      "campaign",
      "delivery",
      "security",
      "console.frame",
      "console.list"
    })
@NullMarked
package vn.lantoa.console.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
