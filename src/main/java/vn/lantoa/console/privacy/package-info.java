/// The rights of people over their data: the register of requests, what is held of one person, what
/// ends when, and what an authority has to be able to show.
@ApplicationModule(
    allowedDependencies = {
      "common",
      "org",
      "privacy",
      "security",
      "audience",
      "delivery",
      "console.frame",
      "console.list"
    })
@NullMarked
package vn.lantoa.console.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
