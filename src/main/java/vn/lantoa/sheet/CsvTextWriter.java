package vn.lantoa.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A table as text. Every field is in quotes: whichever sign a spreadsheet takes for the separator
/// where it is opened, none within a field parts it.
final class CsvTextWriter implements SheetWriter {

  private final CsvWriter writer;

  CsvTextWriter(OutputStream out, char separator) throws IOException {
    var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    text.write('\uFEFF');
    writer =
        CsvWriter.builder()
            .fieldSeparator(separator)
            .quoteStrategy(QuoteStrategies.ALWAYS)
            .build(text);
  }

  @Override
  public void row(List<String> cells) {
    writer.writeRecord(cells.stream().map(HarmlessText::of).toList());
  }

  @Override
  public void finish() throws IOException {
    writer.close();
  }
}
