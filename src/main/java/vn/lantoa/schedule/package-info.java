/// Says when a wave is due. Quartz is confined here; it holds no message state.
@ApplicationModule(allowedDependencies = {"common", "database", "campaign", "calendar"})
@NullMarked
package vn.lantoa.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
