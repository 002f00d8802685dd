/// Accounts, roles scoped to a unit, how passwords are kept, and what is asked of an audit trail.
@ApplicationModule(allowedDependencies = {"common", "org"})
@NullMarked
package vn.lantoa.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
