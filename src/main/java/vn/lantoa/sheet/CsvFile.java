package vn.lantoa.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A text file with one row a line. Encoding and separator are found out.
final class CsvFile implements SheetFile {

  /// Excel's own first line: `sep=;`.
  private static final Pattern SAID = Pattern.compile("\"?sep=(.)\"?[ ;,\\t]*(\\r\\n|\\n|\\r|$)");

  private static final List<Character> SEPARATORS = List.of(';', ',', '\t', '|');
  private static final int LOOKED_AT = 100;

  private final CsvText text;
  private final char separator;
  private final int begin;

  CsvFile(Path file) throws IOException {
    text = CsvText.of(Files.readAllBytes(file));
    var said = SAID.matcher(text.text());
    if (said.lookingAt()) {
      separator = said.group(1).charAt(0);
      begin = said.end();
    } else {
      begin = 0;
      separator = evenest();
    }
  }

  @Override
  public SheetForm form() {
    return new SheetForm(SheetKind.CSV, text.encoding(), separator);
  }

  @Override
  public List<String> sheets() {
    return List.of("");
  }

  @Override
  public void read(int sheet, Predicate<SheetRow> rows) {
    rows(separator).read(rows);
  }

  private CsvRows rows(char by) {
    return new CsvRows(text.text(), begin, begin == 0 ? 1 : 2, by);
  }

  /// The one by which most rows have as many cells; a sign in a note must not decide.
  private char evenest() {
    char best = ',';
    double most = 0;
    for (char candidate : SEPARATORS) {
      double evenness = evenness(candidate);
      if (evenness > most) {
        most = evenness;
        best = candidate;
      }
    }
    return best;
  }

  /// How many of the first rows share their number of cells; the number itself decides only between
  /// equals.
  private double evenness(char candidate) {
    var widths = new HashMap<Integer, Integer>();
    int[] rows = {0};
    rows(candidate)
        .read(row -> {
          if (row.cells().size() > 1) {
            widths.merge(row.cells().size(), 1, Integer::sum);
          }
          return ++rows[0] < LOOKED_AT;
        });
    return widths.entrySet().stream()
        .mapToDouble(width -> width.getValue() + Math.min(width.getKey(), 99) / 100.0)
        .max()
        .orElse(0);
  }

  @Override
  public void close() {}
}
