/// Measures the real pipeline: `bench delivery`, `bench history`, `bench horizon`, `bench import`.
/// Nothing here is used by the server.
@ApplicationModule(
    allowedDependencies = {
      "common",
      "database",
      "sheet",
      "org",
      "content",
      "security",
      "audience",
      "roster",
      "broadcast",
      "campaign",
      "delivery"
    })
@NullMarked
package vn.lantoa.lab.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
