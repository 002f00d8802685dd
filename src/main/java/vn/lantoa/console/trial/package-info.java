/// What the stand-in providers got, and troubles to practise with.
@ApplicationModule(allowedDependencies = {"common", "security", "lab.sandbox", "console.frame"})
@NullMarked
package vn.lantoa.console.trial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
