/// Accounts, roles scoped to a unit, how passwords are kept, and the audit trail.
@ApplicationModule(allowedDependencies = {"common", "org"})
@NullMarked
package vn.lantoa.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
