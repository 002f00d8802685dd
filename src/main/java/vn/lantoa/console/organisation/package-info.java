/// Units, where they publish, and who may log in.
@ApplicationModule(
    allowedDependencies = {
      "common",
      "org",
      "security",
      "broadcast",
      "delivery",
      "console.frame",
      "console.list"
    })
@NullMarked
package vn.lantoa.console.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
