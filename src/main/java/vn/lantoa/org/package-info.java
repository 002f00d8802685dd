/// The tree of units, from ministry to neighbourhood, and the outlets each publishes on.
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package vn.lantoa.org;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
