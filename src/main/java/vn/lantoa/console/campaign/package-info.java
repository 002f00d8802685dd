/// Campaigns: the list, the plan, approval, progress.
@ApplicationModule(
    allowedDependencies = {
      "common",
      "org",
      "content",
      "security",
      "audience",
      "campaign",
      "delivery",
      "report",
      "console.content",
      "console.frame",
      "console.list"
    })
@NullMarked
package vn.lantoa.console.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
