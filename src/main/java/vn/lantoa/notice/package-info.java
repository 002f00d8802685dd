/// What people who work here are told: what waits for them, and what became of their work; in the
/// console and as a letter, which `delivery` sends like any other.
@ApplicationModule(
    allowedDependencies = {
      "common",
      "privacy",
      "org",
      "security",
      "content",
      "campaign",
      "broadcast"
    })
@NullMarked
package vn.lantoa.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
