package vn.lantoa.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.lantoa.sheet.SheetRow;

/// Finds the row with the headings among the first of a sheet: above it there are titles, below it
/// perhaps a second line of headings and one that numbers the columns.
final class HeaderSearch {

  private static final Pattern NUMBERING = Pattern.compile("\\(?(\\d{1,2}|[A-Za-z])\\)?");

  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9](?:[ .-]?[0-9]){7}");

  private final List<SheetRow> rows;
  private final Map<String, Field> remembered;

  /// @param rows the first of the sheet
  /// @param remembered what the unit said its headings mean
  HeaderSearch(List<SheetRow> rows, Map<String, Field> remembered) {
    this.rows = rows;
    this.remembered = remembered;
  }

  Header find() {
    int best = -1;
    long most = 1;
    for (int i = 0; i < rows.size(); i++) {
      long known = known(rows.get(i).cells());
      if (known > most) {
        most = known;
        best = i;
      }
    }
    return best < 0 ? guessed() : at(best);
  }

  /// The one somebody named.
  ///
  /// @param number 0: there is none
  Header at(long number) {
    if (number > 0) {
      for (int i = 0; i < rows.size(); i++) {
        if (rows.get(i).number() == number) {
          return at(i);
        }
      }
    }
    int first = rows.isEmpty() ? 1 : rows.getFirst().number();
    return new Header(0, first, blanks());
  }

  private Header at(int index) {
    var headings = rows.get(index).cells();
    int body = index + 1;
    if (body < rows.size()) {
      var both = joined(headings, rows.get(body).cells());
      if (known(both) > known(headings)) {
        headings = both;
        body++;
      }
    }
    if (body < rows.size() && isNumbering(rows.get(body))) {
      body++;
    }
    int number = rows.get(index).number();
    return new Header(
        number, body < rows.size() ? rows.get(body).number() : number + body - index, headings);
  }

  /// Nothing is known: what has the most cells first may be it.
  private Header guessed() {
    int widest = 0;
    for (int i = 1; i < Math.min(rows.size(), 10); i++) {
      if (filled(rows.get(i)) > filled(rows.get(widest))) {
        widest = i;
      }
    }
    return rows.isEmpty() || rows.get(widest).cells().stream().anyMatch(HeaderSearch::isAddress)
        ? at(0L)
        : at(widest);
  }

  private static long filled(SheetRow row) {
    return row.cells().stream().filter(cell -> !cell.isEmpty()).count();
  }

  /// Under a heading that was drawn over several columns stand those of each.
  private static List<String> joined(List<String> above, List<String> below) {
    var joined = new ArrayList<String>();
    for (int i = 0; i < Math.max(above.size(), below.size()); i++) {
      var lower = i < below.size() ? below.get(i) : "";
      joined.add(!lower.isEmpty() ? lower : i < above.size() ? above.get(i) : "");
    }
    return joined;
  }

  /// How many different fields the cells name. A row with a number or an address in it is somebody.
  long known(List<String> cells) {
    return cells.stream().anyMatch(HeaderSearch::isAddress) ? 0 : count(cells);
  }

  private static boolean isAddress(String cell) {
    return cell.indexOf('@') > 0 || LONG_NUMBER.matcher(cell).find();
  }

  private long count(List<String> cells) {
    return cells.stream()
        .map(this::field)
        .filter(Objects::nonNull)
        .filter(field -> field != Field.NOTHING)
        .distinct()
        .count();
  }

  private @org.jspecify.annotations.Nullable Field field(String heading) {
    var said = remembered.get(Plain.heading(heading));
    return said != null ? said : Headings.of(heading).map(Meaning::field).orElse(null);
  }

  private static boolean isNumbering(SheetRow row) {
    return filled(row) >= 3
        && row.cells().stream()
            .filter(cell -> !cell.isEmpty())
            .allMatch(cell -> NUMBERING.matcher(cell).matches());
  }

  private List<String> blanks() {
    int widest = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    return java.util.Collections.nCopies(widest, "");
  }
}
