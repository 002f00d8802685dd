/// Recipients, their consent, and files of them.
@ApplicationModule(
    allowedDependencies = {
      "common",
      "org",
      "content",
      "security",
      "audience",
      "delivery",
      "report",
      "console.frame",
      "console.list"
    })
@NullMarked
package vn.lantoa.console.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
