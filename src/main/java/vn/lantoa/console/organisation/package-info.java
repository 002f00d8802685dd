/// Units, where they publish, and who may log in.
@ApplicationModule(
    allowedDependencies = {
      "common",
      "org",
      "security",
      "login",
      "broadcast",
      "delivery",
      "console.frame",
      "console.list"
    })
@NullMarked
package vn.lantoa.console.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
