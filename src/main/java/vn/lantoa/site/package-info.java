/// Pages for the public, without an account: the columns of the portal and the way out of a
/// mailing.
@ApplicationModule(
    allowedDependencies = {"common", "org", "content", "security", "audience", "channel", "edge"})
@NullMarked
package vn.lantoa.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
