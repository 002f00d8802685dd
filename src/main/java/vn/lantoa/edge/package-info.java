/// What every request passes before anything of ours sees it, and what every answer carries: under
/// which name, through which proxies, how much, what characters; headers and cookies.
@ApplicationModule(allowedDependencies = "common")
@NullMarked
package vn.lantoa.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
