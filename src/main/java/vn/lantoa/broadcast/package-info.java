/// Stations that read aloud: their slots, weekly scripts, and what they confirm to have aired.
@ApplicationModule(allowedDependencies = {"common", "org", "calendar", "content"})
@NullMarked
package vn.lantoa.broadcast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
