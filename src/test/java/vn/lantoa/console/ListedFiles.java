package vn.lantoa.console;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.springframework.web.util.HtmlUtils;

/// Reads the files a list was taken down in, as other programs do.
public final class ListedFiles {

  private ListedFiles() {}

  /// Rows of a CSV file, its heading first.
  public static List<List<String>> rows(byte[] csv) {
    var text = new String(csv, StandardCharsets.UTF_8);
    return CsvReader.builder()
        .fieldSeparator(';')
        .ofCsvRecord(text.substring(text.startsWith("\uFEFF") ? 1 : 0))
        .stream()
        .map(CsvRecord::getFields)
        .toList();
  }

  /// What a column says from the first row to the last.
  public static List<String> column(byte[] csv, String heading) {
    var rows = rows(csv);
    int column = rows.getFirst().indexOf(heading);
    return rows.stream().skip(1).map(row -> row.get(column)).toList();
  }

  /// The parts of a workbook by name.
  public static Map<String, String> parts(byte[] xlsx) throws IOException {
    var parts = new TreeMap<String, String>();
    // By the directory at its end, as spreadsheets do: the sizes are nowhere before.
    var file = Files.createTempFile("list", ".xlsx");
    Files.write(file, xlsx);
    try (var zip = new ZipFile(file.toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        parts.put(
            entry.getName(),
            // Letters with marks are written by their numbers.
            HtmlUtils.htmlUnescape(
                new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)));
      }
    } finally {
      Files.delete(file);
    }
    return parts;
  }
}
