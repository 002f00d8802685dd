/// Who is here: how a name and a password, and a second factor, become a login, what a password may
/// be, and which logins there are.
@ApplicationModule(
    allowedDependencies = {"common", "database", "secret", "org", "calendar", "security"})
@NullMarked
package vn.lantoa.login;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
