/// When sending is allowed: quiet hours, holidays, the school year; and which days have begun.
@ApplicationModule(allowedDependencies = {"common", "database"})
@NullMarked
package vn.lantoa.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
