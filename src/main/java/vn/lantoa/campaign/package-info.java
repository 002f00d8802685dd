/// Campaigns of waves: who, what, how, when; their approval and states.
@ApplicationModule(
    allowedDependencies = {"common", "org", "calendar", "content", "audience", "broadcast"})
@NullMarked
package vn.lantoa.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
