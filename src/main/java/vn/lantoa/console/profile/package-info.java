/// What everybody says about his own account: his address, which notices he wants as letters, where
/// he is logged in, and what he has besides a password.
@ApplicationModule(allowedDependencies = {"common", "security", "login", "notice", "console.frame"})
@NullMarked
package vn.lantoa.console.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
