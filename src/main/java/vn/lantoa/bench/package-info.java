/// Measures the real pipeline: `bench delivery`. Nothing here is used by the server.
@NullMarked
package vn.lantoa.bench;

import org.jspecify.annotations.NullMarked;
