package vn.lantoa.console.people;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Refusal;
import vn.lantoa.roster.Field;
import vn.lantoa.roster.RowNote;

/// The form for one person.
///
/// @param id of the person; 0: a new one
/// @param trouble what is wrong with the whole of it; null: nothing
public record PersonView(
    long id,
    String name,
    long unitId,
    Map<Field, String> typed,
    Map<Field, RowNote> errors,
    @Nullable Refusal trouble) {

  public String typed(String field) {
    return typed.getOrDefault(Field.valueOf(field), "");
  }

  /// The key of the message, and what belongs into it.
  public String errorKey(String field) {
    var note = errors.get(Field.valueOf(field));
    return note == null ? "" : "import.row." + note.key();
  }

  public String errorDetail(String field) {
    var note = errors.get(Field.valueOf(field));
    return note == null ? "" : note.detail();
  }
}
