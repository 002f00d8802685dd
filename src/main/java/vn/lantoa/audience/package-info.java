/// Whom we may speak to: recipients, consent, suppression, imports.
@ApplicationModule(allowedDependencies = {"common", "org", "privacy", "secret"})
@NullMarked
package vn.lantoa.audience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
