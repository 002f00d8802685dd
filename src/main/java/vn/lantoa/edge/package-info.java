/// What every request passes before anything of ours sees it: how much may come.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.lantoa.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
