/// What every page of the console has: its frame, the reader's language, lists, flashes, refusals.
@ApplicationModule(
    allowedDependencies = {"common", "database", "edge", "org", "security", "audit", "login"})
@NullMarked
package vn.lantoa.console.frame;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
