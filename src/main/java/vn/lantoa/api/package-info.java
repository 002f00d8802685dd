/// What the world may call without an account: receipts of providers and the way out of a mailing.
@ApplicationModule(allowedDependencies = {"common", "org", "audience", "channel", "delivery"})
@NullMarked
package vn.lantoa.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
