/// The fault bench: breaks a running Lan Tỏa on purpose, in processes of their own, and joins what
/// the stand-in providers wrote down with what the ledger says.
@ApplicationModule(
    allowedDependencies = {
      "common",
      "database",
      "org",
      "content",
      "security",
      "audience",
      "campaign",
      "channel",
      "lab.sandbox"
    })
@NullMarked
package vn.lantoa.lab.faults;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
