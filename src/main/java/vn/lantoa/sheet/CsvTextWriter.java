package vn.lantoa.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A table as text.
final class CsvTextWriter implements SheetWriter {

  private final CsvWriter writer;

  CsvTextWriter(OutputStream out, char separator) throws IOException {
    var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    text.write('\uFEFF');
    writer = CsvWriter.builder().fieldSeparator(separator).build(text);
  }

  @Override
  public void row(List<String> cells) {
    writer.writeRecord(cells.stream().map(CsvTextWriter::harmless).toList());
  }

  /// What spreadsheets would take for a formula is kept as text: somebody else's file must not run
  /// in an officer's Excel. Reading it again, the quote before a telephone number does no harm.
  private static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  @Override
  public void finish() throws IOException {
    writer.close();
  }
}
