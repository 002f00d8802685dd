/// The audit trail: entries that stay as they are, chained by hashes, searched, gone through, and
/// written into a file a day.
@ApplicationModule(allowedDependencies = {"common", "database", "calendar", "security"})
@NullMarked
package vn.lantoa.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
