/// What only this installation knows: what it signs or seals, nobody else can make or read.
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package vn.lantoa.secret;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
