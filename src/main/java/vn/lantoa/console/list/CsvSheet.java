package vn.lantoa.console.list;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Zones;
import vn.lantoa.sheet.SheetWriter;

/// A table with semicolons, as Excel splits it where the comma is in the numbers, as in Vietnamese:
/// a double click opens it in columns. No `sep=` line: it would say the same, but Excel then
/// overlooks the mark that says UTF-8, and other programs take the line for data.
final class CsvSheet implements Sheet {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private final SheetWriter writer;

  CsvSheet(OutputStream out, List<String> headings) throws IOException {
    writer = SheetWriter.csv(out, ';');
    writer.row(headings);
  }

  @Override
  public void row(List<@Nullable Object> values) throws IOException {
    writer.row(values.stream().map(CsvSheet::field).toList());
  }

  private static String field(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case LocalDate day -> DAY.format(day);
      case Instant moment -> MOMENT.format(moment.atZone(Zones.VIETNAM));
      default -> value.toString();
    };
  }

  @Override
  public void finish() throws IOException {
    writer.finish();
  }
}
