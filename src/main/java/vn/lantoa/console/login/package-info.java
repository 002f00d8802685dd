/// The way in.
@ApplicationModule(allowedDependencies = {"common", "edge", "security", "login", "console.frame"})
@NullMarked
package vn.lantoa.console.login;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
