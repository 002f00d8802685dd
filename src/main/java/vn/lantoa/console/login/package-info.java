/// The way in.
@ApplicationModule(allowedDependencies = {"common", "edge", "security", "console.frame"})
@NullMarked
package vn.lantoa.console.login;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
