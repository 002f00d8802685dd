/// The command line: `serve`, `demo`, `check`, `faults`.
@NullMarked
package vn.lantoa.cli;

import org.jspecify.annotations.NullMarked;
