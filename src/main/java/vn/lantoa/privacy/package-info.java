/// The rights of people over what is held about them: the register of their requests, what modules
/// hold of a person, erasure, and how long each kind of data is kept. It owns no data of a person
/// itself: every module that does says so by a [vn.lantoa.privacy.PersonalData] or a
/// [vn.lantoa.privacy.Perishable].
@ApplicationModule(allowedDependencies = {"common", "database", "calendar", "secret"})
@NullMarked
package vn.lantoa.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
