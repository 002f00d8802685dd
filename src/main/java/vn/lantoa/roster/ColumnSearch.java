package vn.lantoa.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.lantoa.sheet.SheetRow;

/// What each column holds, by its heading. No two hold the same: the better heading wins, and where
/// it matters somebody is asked.
final class ColumnSearch {

  private static final List<Field> ASKED = List.of(Field.NAME, Field.PHONE, Field.EMAIL);

  private final List<Field> fields;
  private boolean unsure;

  /// @param body the first rows below the headings
  ColumnSearch(List<String> headings, List<SheetRow> body, Map<String, Field> remembered) {
    var meanings = headings.stream().map(heading -> meaning(heading, remembered)).toList();
    fields = new ArrayList<>(headings.stream().map(_ -> Field.NOTHING).toList());
    for (var field : Field.values()) {
      if (field != Field.NOTHING) {
        place(field, meanings);
      }
    }
    if (fields.contains(Field.GIVEN) && !fields.contains(Field.FAMILY)) {
      // “Tên” alone is the whole name, or says less than the one that is there.
      fields.replaceAll(field ->
          field == Field.GIVEN ? fields.contains(Field.NAME) ? Field.NOTHING : Field.NAME : field);
    }
    if (fields.contains(Field.NAME)) {
      fields.replaceAll(
          field -> field == Field.GIVEN || field == Field.FAMILY ? Field.NOTHING : field);
      split(headings, body);
    }
  }

  List<Field> fields() {
    return List.copyOf(fields);
  }

  /// Whether two columns could hold the same, and it matters which.
  boolean isUnsure() {
    return unsure;
  }

  private static Optional<Meaning> meaning(String heading, Map<String, Field> remembered) {
    var said = remembered.get(Plain.heading(heading));
    return said != null ? Optional.of(new Meaning(said, Meaning.SAID)) : Headings.of(heading);
  }

  private void place(Field field, List<Optional<Meaning>> meanings) {
    var candidates =
        IntStream.range(0, meanings.size())
            .filter(column -> meanings.get(column).filter(m -> m.field() == field).isPresent())
            .boxed()
            .sorted(Comparator.comparing(column -> rank(meanings.get(column))))
            .toList();
    if (candidates.isEmpty()) {
      return;
    }
    fields.set(candidates.getFirst(), field);
    boolean said = rank(meanings.get(candidates.getFirst())) == Meaning.SAID;
    if (candidates.size() > 1 && ASKED.contains(field) && !said) {
      unsure = true;
    }
  }

  /// What was said before everything, whole headings in their order, those known by a word last.
  private static int rank(Optional<Meaning> meaning) {
    return meaning.map(Meaning::place).orElse(Meaning.BY_WORDS);
  }

  /// A heading drawn over two columns, family and middle name in the first, the name one is called
  /// by in the second.
  private void split(List<String> headings, List<SheetRow> body) {
    int name = fields.indexOf(Field.NAME);
    boolean blank = name + 1 >= headings.size() || headings.get(name + 1).isBlank();
    var beside = body.stream().map(row -> row.cell(name + 1)).filter(Objects::nonNull).toList();
    long words = beside.stream().filter(cell -> cell.matches("[\\p{L}' ]{1,20}")).count();
    if (blank && !body.isEmpty() && words * 5 >= body.size() * 4L) {
      fields.set(name, Field.FAMILY);
      if (name + 1 < fields.size()) {
        fields.set(name + 1, Field.GIVEN);
      } else {
        fields.add(Field.GIVEN);
      }
    }
  }
}
