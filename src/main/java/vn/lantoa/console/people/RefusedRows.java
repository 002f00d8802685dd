package vn.lantoa.console.people;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import vn.lantoa.audience.RecipientImport.RowError;

/// The rows of a file that were refused, as a file of their own: correct them and send them again.
final class RefusedRows {

  private RefusedRows() {}

  /// @param csv the file that was sent
  static String of(String csv, List<RowError> errors) {
    var rows = errors.stream().map(RowError::row).collect(Collectors.toSet());
    var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    char separator = separator(text);
    var out = new StringWriter();
    try (var reader = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text);
        var writer = CsvWriter.builder().fieldSeparator(separator).build(out)) {
      boolean header = true;
      for (var row : reader) {
        if (header || rows.contains((int) row.getStartingLineNumber())) {
          writer.writeRecord(row.getFields().stream().map(RefusedRows::harmless).toList());
        }
        header = false;
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toString();
  }

  /// What spreadsheets would take for a formula is kept as text: somebody else's file must not run
  /// in an officer's Excel. Reading it again, the quote before a telephone number does no harm.
  static String harmless(String field) {
    return !field.isEmpty() && "=+-@\t\r".indexOf(field.charAt(0)) >= 0 ? "'" + field : field;
  }

  private static char separator(String text) {
    int end = text.indexOf('\n');
    var header = end < 0 ? text : text.substring(0, end);
    return header.chars().filter(c -> c == ';').count()
            > header.chars().filter(c -> c == ',').count()
        ? ';'
        : ',';
  }
}
