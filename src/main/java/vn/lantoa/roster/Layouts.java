package vn.lantoa.roster;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import vn.lantoa.common.Refusal;
import vn.lantoa.sheet.SheetFile;
import vn.lantoa.sheet.SheetRow;

/// Finds out what a file is: which sheet, which row, which columns.
final class Layouts {

  private static final int LOOKED_AT = 60;
  private static final int SAMPLES = 5;

  private final SheetFile file;
  private final Choices choices;
  private final Map<String, Field> remembered;

  private Layouts(SheetFile file, Choices choices, Map<String, Field> remembered) {
    this.file = file;
    this.choices = choices;
    this.remembered = remembered;
  }

  /// @throws Refusal `import.empty` when nothing stands in it
  static Layout of(SheetFile file, Choices choices, Map<String, Field> remembered) {
    return new Layouts(file, choices, remembered).layout();
  }

  private Layout layout() {
    int sheets = file.sheets().size();
    var firstRows = IntStream.range(0, Math.min(sheets, 50)).mapToObj(this::firstRows).toList();
    int sheet = sheet(firstRows);
    if (sheet < 0) {
      throw new Refusal("import.empty");
    }
    var rows = firstRows.get(sheet);
    var search = new HeaderSearch(rows, remembered);
    var row = choices.headerRow();
    var header = row == null ? search.find() : search.at((long) row);
    var body = rows.stream().filter(one -> one.number() >= header.bodyRow()).toList();
    var columns = new ColumnSearch(header.headings(), body, remembered);
    var fields = choices.columns() == null ? columns.fields() : fitted(choices.columns(), header);
    return new Layout(
        file.form(),
        file.sheets(),
        others(firstRows, sheet),
        sheet,
        header.row(),
        header.bodyRow(),
        header.headings(),
        fields,
        body.stream().limit(SAMPLES).map(SheetRow::cells).toList(),
        questions(fields, columns, search.known(header.headings())));
  }

  private List<SheetRow> firstRows(int sheet) {
    var rows = new ArrayList<SheetRow>();
    file.read(
        sheet,
        row -> {
          rows.add(row);
          return rows.size() < LOOKED_AT;
        });
    return rows;
  }

  /// The one that was chosen, else the first that holds people, else the first that holds anything.
  private int sheet(List<List<SheetRow>> firstRows) {
    if (choices.sheet() > 0 && choices.sheet() < firstRows.size()) {
      return choices.sheet();
    }
    return IntStream.range(0, firstRows.size())
        .filter(sheet -> holdsPeople(firstRows.get(sheet)))
        .findFirst()
        .orElseGet(() ->
            IntStream.range(0, firstRows.size())
                .filter(sheet -> !firstRows.get(sheet).isEmpty())
                .findFirst()
                .orElse(-1));
  }

  private boolean holdsPeople(List<SheetRow> rows) {
    var header = new HeaderSearch(rows, remembered).find();
    var fields = new ColumnSearch(header.headings(), List.of(), remembered).fields();
    return hasName(fields) && hasAddress(fields);
  }

  private List<String> others(List<List<SheetRow>> firstRows, int sheet) {
    return IntStream.range(0, firstRows.size())
        .filter(other -> other != sheet && holdsPeople(firstRows.get(other)))
        .mapToObj(other -> file.sheets().get(other))
        .toList();
  }

  /// As many as there are columns.
  private static List<Field> fitted(List<Field> chosen, Header header) {
    var fields = new ArrayList<>(chosen);
    while (fields.size() < header.headings().size()) {
      fields.add(Field.NOTHING);
    }
    return List.copyOf(fields);
  }

  private Set<Question> questions(List<Field> fields, ColumnSearch columns, long known) {
    var questions = EnumSet.noneOf(Question.class);
    boolean chosen = choices.columns() != null;
    if (!chosen && known < 2) {
      questions.add(Question.HEADER);
    }
    if (!hasName(fields)) {
      questions.add(Question.NAME);
    }
    if (!hasAddress(fields)) {
      questions.add(Question.ADDRESS);
    }
    if (!fields.contains(Field.AUDIENCE) && choices.audience().isEmpty()) {
      questions.add(Question.AUDIENCE);
    }
    if (!chosen && columns.isUnsure()) {
      questions.add(Question.SAME);
    }
    return questions;
  }

  private static boolean hasName(List<Field> fields) {
    return fields.contains(Field.NAME) || fields.contains(Field.GIVEN);
  }

  private static boolean hasAddress(List<Field> fields) {
    return fields.contains(Field.PHONE) || fields.contains(Field.EMAIL);
  }
}
