/// Pages for the public, without an account: the columns of the portal, the way out of a mailing,
/// and what they are told about their data.
@ApplicationModule(
    allowedDependencies = {
      "common",
      "org",
      "content",
      "security",
      "audience",
      "channel",
      "delivery",
      "privacy",
      "edge"
    })
@NullMarked
package vn.lantoa.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
