/// The journal: who did what, for those who answer for the machine.
@ApplicationModule(
    allowedDependencies = {"common", "org", "security", "audit", "console.frame", "console.list"})
@NullMarked
package vn.lantoa.console.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
