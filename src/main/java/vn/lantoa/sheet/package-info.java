/// Tables in files: reads what offices keep them in, row by row, and writes them.
@ApplicationModule(allowedDependencies = "common")
@NullMarked
package vn.lantoa.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
