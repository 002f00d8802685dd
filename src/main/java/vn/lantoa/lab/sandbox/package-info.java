/// Stand-ins for the providers, for trial and tests: they answer like the real ones and keep what
/// they got.
@ApplicationModule(allowedDependencies = {"common", "channel"})
@NullMarked
package vn.lantoa.lab.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
