package vn.lantoa.sheet;

import java.util.ArrayList;
import java.util.function.Predicate;
import vn.lantoa.common.Refusal;

/// Splits a text into rows and cells. A quote that is opened and never closed spoils its own line
/// and no other.
final class CsvRows {

  /// A cell that goes on for longer was never closed.
  private static final int MOST_LINES = 30;

  private static final int LONGEST = 20_000;

  /// Empty ones included, of which nobody hears otherwise.
  private static final int MOST_ROWS = 2_000_000;

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;

  /// @param from where the rows begin
  CsvRows(String text, int from, int line, char separator) {
    this.text = text;
    this.separator = separator;
    this.at = from;
    this.line = line;
  }

  void read(Predicate<SheetRow> rows) {
    int first = line;
    while (at < text.length()) {
      if (line - first > MOST_ROWS) {
        throw new Refusal("import.unfolds");
      }
      if (!next(rows)) {
        return;
      }
    }
  }

  private boolean next(Predicate<SheetRow> rows) {
    int number = line;
    int begin = at;
    var cells = new ArrayList<String>();
    while (true) {
      int field = at;
      int first = skipBlanks(field);
      if (first < text.length() && text.charAt(first) == '"') {
        var quoted = quoted(first);
        if (quoted == null) {
          at = begin;
          line = number;
          return broken(number, first - begin + 1, rows);
        }
        Cells.put(cells, cells.size(), Cells.text(quoted));
      } else {
        while (at < text.length() && !endsField(text.charAt(at))) {
          at++;
        }
        if (cells.size() < Cells.MOST_COLUMNS) {
          cells.add(Cells.text(text.substring(field, at)));
        }
      }
      if (at >= text.length() || text.charAt(at) != separator) {
        break;
      }
      at++;
    }
    endLine();
    return Cells.row(number, cells).map(rows::test).orElse(true);
  }

  /// The line as it stands, cut at every separator.
  private boolean broken(int number, int character, Predicate<SheetRow> rows) {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    var cells = new ArrayList<String>();
    for (var part :
        text.substring(at, end).split(java.util.regex.Pattern.quote("" + separator), -1)) {
      Cells.put(cells, cells.size(), Cells.text(part.replace("\"", "")));
    }
    at = end;
    endLine();
    return Cells.row(number, cells)
        .map(row -> rows.test(new SheetRow(number, row.cells(), character)))
        .orElse(true);
  }

  /// What stands between the quotes; null when they are never closed where a cell may end.
  private @org.jspecify.annotations.Nullable String quoted(int first) {
    var value = new StringBuilder();
    int lines = 0;
    for (int i = first + 1; i < text.length() && i - first < LONGEST && lines <= MOST_LINES; i++) {
      char c = text.charAt(i);
      if (c != '"') {
        lines += c == '\n' ? 1 : 0;
        value.append(c);
      } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
        value.append(c);
        i++;
      } else {
        int end = skipBlanks(i + 1);
        if (end < text.length() && !endsField(text.charAt(end))) {
          return null;
        }
        at = end;
        line += lines;
        return value.toString();
      }
    }
    return null;
  }

  private int skipBlanks(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private boolean endsField(char c) {
    return c == separator || c == '\n' || c == '\r';
  }

  private void endLine() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
      if (at < text.length() && text.charAt(at) == '\n') {
        at++;
      }
      line++;
    } else if (at < text.length() && text.charAt(at) == '\n') {
      at++;
      line++;
    }
  }
}
