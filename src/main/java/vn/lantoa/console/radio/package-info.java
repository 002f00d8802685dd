/// Stations: the scripts of a week, and what was aired.
@ApplicationModule(
    allowedDependencies = {
      "common",
      "org",
      "content",
      "broadcast",
      "security",
      "console.frame",
      "console.list"
    })
@NullMarked
package vn.lantoa.console.radio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
