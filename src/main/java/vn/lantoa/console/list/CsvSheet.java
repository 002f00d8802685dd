package vn.lantoa.console.list;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Zones;

/// A table with semicolons, as Excel splits it where the comma is in the numbers, as in Vietnamese:
/// a double click opens it in columns. No `sep=` line: it would say the same, but Excel then
/// overlooks the mark that says UTF-8, and other programs take the line for data.
final class CsvSheet implements Sheet {

  private static final String UTF_8_MARK = "\uFEFF";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private final CsvWriter writer;

  CsvSheet(OutputStream out, List<String> headings) throws IOException {
    var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    text.write(UTF_8_MARK);
    writer = CsvWriter.builder().fieldSeparator(';').build(text);
    writer.writeRecord(headings.stream().map(CsvSheet::harmless).toList());
  }

  @Override
  public void row(List<@Nullable Object> values) {
    writer.writeRecord(values.stream().map(CsvSheet::field).toList());
  }

  private static String field(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case LocalDate day -> DAY.format(day);
      case Instant moment -> MOMENT.format(moment.atZone(Zones.VIETNAM));
      case Number number -> number.toString();
      default -> harmless(value.toString());
    };
  }

  /// What spreadsheets would take for a formula is kept as text: what somebody wrote into a name
  /// must not run in an officer's Excel.
  static String harmless(String field) {
    return !field.isEmpty() && "=+-@\t\r\n".indexOf(field.charAt(0)) >= 0 ? "'" + field : field;
  }

  @Override
  public void finish() throws IOException {
    writer.close();
  }
}
