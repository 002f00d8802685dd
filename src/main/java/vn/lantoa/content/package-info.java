/// The content library: items, their renditions per channel, versions by hash, approval, lint.
@ApplicationModule(allowedDependencies = {"common", "privacy", "secret"})
@NullMarked
package vn.lantoa.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
