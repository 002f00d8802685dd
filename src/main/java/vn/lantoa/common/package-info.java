/// Values every module shares; no behaviour beyond their own meaning.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.lantoa.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
