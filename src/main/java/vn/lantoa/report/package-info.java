/// Counts the rows of the ledger; nobody counts twice.
@ApplicationModule(allowedDependencies = {"common", "org", "campaign", "broadcast", "delivery"})
@NullMarked
package vn.lantoa.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
