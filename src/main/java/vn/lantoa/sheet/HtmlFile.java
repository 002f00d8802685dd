package vn.lantoa.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.lantoa.common.Refusal;

/// A table in HTML: what many programs of schools write under the name of `.xls`.
final class HtmlFile implements SheetFile {

  private final List<Element> tables;

  HtmlFile(Path file) throws IOException {
    Document page = Jsoup.parse(file.toFile());
    // What a table holds inside another is that one's.
    tables =
        page.select("table").stream().filter(table -> table.select("table").size() == 1).toList();
    if (tables.isEmpty()) {
      throw new Refusal("import.no-table");
    }
  }

  @Override
  public SheetForm form() {
    return SheetForm.of(SheetKind.HTML);
  }

  @Override
  public List<String> sheets() {
    var names = new ArrayList<String>();
    tables.forEach(_ -> names.add("Bảng " + (names.size() + 1)));
    return names;
  }

  @Override
  public void read(int sheet, Predicate<SheetRow> rows) {
    var merges = new Merges();
    int number = 0;
    for (var row : tables.get(sheet).select("tr")) {
      number++;
      var cells = cells(row, number, merges);
      if (!Cells.row(number, cells).map(rows::test).orElse(true)) {
        return;
      }
    }
  }

  /// A cell that reaches down pushes those of the rows below it to the right.
  private static ArrayList<String> cells(Element row, int number, Merges merges) {
    var taken = new ArrayList<String>();
    merges.fill(number, taken);
    var cells = new ArrayList<>(taken);
    int column = 0;
    for (var cell : row.children()) {
      if (!cell.nameIs("td") && !cell.nameIs("th")) {
        continue;
      }
      while (column < taken.size() && !taken.get(column).isEmpty()) {
        column++;
      }
      Cells.put(cells, column, Cells.text(cell.text()));
      int high = span(cell, "rowspan");
      if (high > 1) {
        merges.begin(new Merges.Merge(number, number + high - 1, column), cells.get(column));
      }
      column += span(cell, "colspan");
    }
    return cells;
  }

  private static int span(Element cell, String attribute) {
    return Math.clamp(Cells.count(cell.attr(attribute)), 1, Cells.MOST_COLUMNS);
  }

  @Override
  public void close() {}
}
