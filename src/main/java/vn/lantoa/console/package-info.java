/// Pages for people: rendered on the server, Vietnamese first, made for modest machines.
@ApplicationModule(
    allowedDependencies = {
      "common",
      "database",
      "org",
      "calendar",
      "content",
      "security",
      "audience",
      "broadcast",
      "campaign",
      "schedule",
      "delivery",
      "cluster",
      "watch",
      "report",
      "lab.sandbox"
    })
@NullMarked
package vn.lantoa.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
