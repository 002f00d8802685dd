/// What providers call: receipts of what they have done with a message, and what people answer to
/// it.
@ApplicationModule(allowedDependencies = {"common", "audience", "channel", "delivery"})
@NullMarked
package vn.lantoa.hooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
