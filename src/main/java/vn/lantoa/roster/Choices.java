package vn.lantoa.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Purpose;

/// What somebody said about a file because the program could not tell.
///
/// @param sheet counted from 0
/// @param headerRow the row with the headings, as the file counts; 0: there is none; null: to be
///   found
/// @param columns what each holds, from the first on; null: to be found
/// @param audience the group of rows that name none; empty: they must name it
/// @param purpose what those agreed to who agreed
public record Choices(
    int sheet,
    @Nullable Integer headerRow,
    @Nullable List<Field> columns,
    String audience,
    Several several,
    Purpose purpose) {

  public static final Choices NONE = new Choices(0, null, null, "", Several.ASK, Purpose.NOTICE);

  public Choices withSeveral(Several other) {
    return new Choices(sheet, headerRow, columns, audience, other, purpose);
  }

  public Choices withPurpose(Purpose other) {
    return new Choices(sheet, headerRow, columns, audience, several, other);
  }
}
