/// Recipients, their consent, and files of them.
@ApplicationModule(
    allowedDependencies = {
      "common",
      "sheet",
      "org",
      "content",
      "security",
      "audience",
      "roster",
      "delivery",
      "report",
      "console.frame",
      "console.list"
    })
@NullMarked
package vn.lantoa.console.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
