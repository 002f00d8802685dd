/// Queues, providers' accounts, servers: what stands still, and what to do about it.
@ApplicationModule(
    allowedDependencies = {
      "common",
      "database",
      "cluster",
      "org",
      "security",
      "campaign",
      "delivery",
      "watch",
      "console.frame"
    })
@NullMarked
package vn.lantoa.console.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
