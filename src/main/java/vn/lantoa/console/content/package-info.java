/// The library: browsing, writing, previews, approval.
@ApplicationModule(
    allowedDependencies = {
      "common",
      "org",
      "content",
      "security",
      "broadcast",
      "campaign",
      "edge",
      "console.frame",
      "console.list"
    })
@NullMarked
package vn.lantoa.console.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
