/// The command line: `serve`, `demo`, `check`, and the way into the lab. It may see every module.
@ApplicationModule
@NullMarked
package vn.lantoa.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
