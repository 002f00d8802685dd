/// Today: what waits for me, what goes out, what became of it.
@ApplicationModule(
    allowedDependencies = {
      "common",
      "audience",
      "campaign",
      "content",
      "delivery",
      "privacy",
      "security",
      "report",
      "notice",
      "console.frame",
      "console.campaign"
    })
@NullMarked
package vn.lantoa.console.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
