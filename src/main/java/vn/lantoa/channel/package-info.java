/// How one message leaves: Camel routes over one sender bean per channel.
@ApplicationModule(
    allowedDependencies = {
      "common",
      "database",
      "secret",
      "privacy",
      "org",
      "content",
      "broadcast",
      "audience",
      "delivery"
    })
@NullMarked
package vn.lantoa.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
