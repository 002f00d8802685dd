/// The one way the console lists anything: columns said once, search, filters by days, order, pages
/// of 25, acts on what was chosen, and a file of all that the filter shows.
@ApplicationModule(
    allowedDependencies = {"common", "database", "sheet", "security", "audit", "console.frame"})
@NullMarked
package vn.lantoa.console.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
