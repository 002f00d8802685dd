package vn.lantoa.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// A table being written: every cell a text, so that a telephone number keeps its zero.
public interface SheetWriter {

  void row(List<String> cells) throws IOException;

  /// The file is whole only after this.
  void finish() throws IOException;

  /// With heading in the first row.
  static SheetWriter xlsx(OutputStream out, String name) {
    return new XlsxWriter(out, name);
  }

  /// In UTF-8 with its mark: without it Excel shows Vietnamese as noise.
  static SheetWriter csv(OutputStream out, char separator) throws IOException {
    return new CsvTextWriter(out, separator);
  }
}
