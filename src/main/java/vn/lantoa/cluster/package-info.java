/// The processes that share one database, and whether that database is the one it claims to be.
@ApplicationModule(allowedDependencies = {"common", "database"})
@NullMarked
package vn.lantoa.cluster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
