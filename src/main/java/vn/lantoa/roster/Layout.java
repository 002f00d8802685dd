package vn.lantoa.roster;

import java.util.List;
import java.util.Set;
import vn.lantoa.sheet.SheetForm;

/// What a file is understood to be.
///
/// @param sheets the names of all
/// @param others those that hold people, too, and are not read
/// @param sheet the one that is read, counted from 0
/// @param headerRow 0: there is none
/// @param bodyRow the first row that may hold a person
/// @param headings of the columns, in their order
/// @param fields what each of them holds
/// @param samples the first rows below
/// @param questions what the program cannot tell
public record Layout(
    SheetForm form,
    List<String> sheets,
    List<String> others,
    int sheet,
    int headerRow,
    int bodyRow,
    List<String> headings,
    List<Field> fields,
    List<List<String>> samples,
    Set<Question> questions) {

  /// The column of a field; -1: there is none.
  int place(Field field) {
    return fields.indexOf(field);
  }

  String heading(Field field) {
    int place = place(field);
    return place >= 0 && place < headings.size() && !headings.get(place).isEmpty()
        ? headings.get(place)
        : field.heading();
  }
}
