/// Where the rows live: the PostgreSQL this program starts itself, or the one it is given.
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package vn.lantoa.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
