/// Says when a wave is due and when a day begins. Quartz is confined here; it holds no message
/// state.
@ApplicationModule(allowedDependencies = {"common", "database", "cluster", "campaign", "calendar"})
@NullMarked
package vn.lantoa.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
