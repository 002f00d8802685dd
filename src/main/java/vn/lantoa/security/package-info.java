/// Accounts, roles scoped to a unit, and the audit trail.
@ApplicationModule(allowedDependencies = {"common", "org"})
@NullMarked
package vn.lantoa.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
