package vn.lantoa.console.list;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table being written to a file, row by row; what was written is held no longer.
interface Sheet {

  /// @param values a text, a number, a day, a moment or null for each column
  void row(List<@Nullable Object> values) throws IOException;

  /// The file is whole only after this: one that broke off must not look like one.
  void finish() throws IOException;
}
