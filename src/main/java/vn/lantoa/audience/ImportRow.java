package vn.lantoa.audience;

import java.util.List;
import vn.lantoa.audience.ImportColumns.Column;
import vn.lantoa.audience.RecipientImport.RowError;

/// One row of an import file.
///
/// @param number of its first line in the file; the header is line 1
record ImportRow(int number, List<String> cells, ImportColumns columns) {

  String cell(Column column) {
    return columns.cell(cells, column);
  }

  RowError error(Column column, String key) {
    return new RowError(number, column.header, cell(column), key);
  }
}
