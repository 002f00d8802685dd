/// People as offices bring them: in files of every kind, or one by one.
@ApplicationModule(
    allowedDependencies = {"common", "privacy", "sheet", "org", "calendar", "content", "audience"})
@NullMarked
package vn.lantoa.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
