/// What everybody says about his own account: his address, and which notices he wants as letters.
@ApplicationModule(allowedDependencies = {"common", "security", "notice", "console.frame"})
@NullMarked
package vn.lantoa.console.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
