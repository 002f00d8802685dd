/// The command line: `serve`, `demo`, `check`.
@NullMarked
package vn.lantoa.cli;

import org.jspecify.annotations.NullMarked;
