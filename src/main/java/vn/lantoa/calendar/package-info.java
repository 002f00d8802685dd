/// When sending is allowed: quiet hours, holidays, the school year.
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package vn.lantoa.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
