/// Lan Tỏa: one approved message, heard everywhere.
@NullMarked
package vn.lantoa;

import org.jspecify.annotations.NullMarked;
