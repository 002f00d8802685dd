/// Measures the real pipeline: `bench delivery`, `bench history`, `bench horizon`. Nothing here is
/// used by the server.
@ApplicationModule(
    allowedDependencies = {
      "common",
      "org",
      "content",
      "security",
      "audience",
      "broadcast",
      "campaign",
      "delivery"
    })
@NullMarked
package vn.lantoa.lab.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
