package vn.lantoa.console.people;

import java.util.List;
import java.util.stream.IntStream;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.FormFields;
import vn.lantoa.roster.Field;
import vn.lantoa.roster.Layout;

/// The form that says what each column of a file holds.
final class ColumnsForm {

  private ColumnsForm() {}

  /// @throws Refusal `import.column-twice`
  static List<Field> columns(FormFields form, Layout layout) {
    var named =
        IntStream.range(0, layout.headings().size())
            .mapToObj(column -> field(form.text("column" + column)))
            .toList();
    for (var field : Field.values()) {
      if (field != Field.NOTHING && named.stream().filter(field::equals).count() > 1) {
        throw new Refusal("import.column-twice", field.heading());
      }
    }
    return named;
  }

  private static Field field(String name) {
    try {
      return Field.valueOf(name);
    } catch (IllegalArgumentException _) {
      return Field.NOTHING;
    }
  }
}
