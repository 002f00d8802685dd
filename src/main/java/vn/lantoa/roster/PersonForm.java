package vn.lantoa.roster;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.common.Purpose;
import vn.lantoa.sheet.SheetForm;
import vn.lantoa.sheet.SheetKind;
import vn.lantoa.sheet.SheetRow;

/// One person as typed into a form, held to the same rules as a row of a file.
@Component
public class PersonForm {

  private static final List<Field> FIELDS =
      List.of(Field.NAME, Field.AUDIENCE, Field.PHONE, Field.EMAIL, Field.CODE, Field.CONSENT);

  private static final Layout LAYOUT =
      new Layout(
          new SheetForm(SheetKind.CSV, "", ','),
          List.of(""),
          List.of(),
          0,
          0,
          1,
          FIELDS.stream().map(Field::heading).toList(),
          FIELDS,
          List.of(),
          Set.of());

  private final PersonReaders readers;

  PersonForm(PersonReaders readers) {
    this.readers = readers;
  }

  /// @param person none when something is wrong
  /// @param errors the first of each field
  public record Read(Optional<NewRecipient> person, Map<Field, RowNote> errors) {}

  /// @param typed the fields that were filled in; the unit is not among them
  public Read read(long unitId, Map<Field, String> typed) {
    var row =
        new RowCells(
            new SheetRow(
                1, FIELDS.stream().map(field -> typed.getOrDefault(field, "").strip()).toList()),
            LAYOUT);
    var people =
        readers
            .of(
                unitId,
                LAYOUT,
                "",
                Several.REFUSE,
                typed.getOrDefault(Field.CONSENT, ""),
                Purpose.NOTICE)
            .people(row);
    var errors = new EnumMap<Field, RowNote>(Field.class);
    row.errors().forEach(note -> errors.putIfAbsent(note.field(), note));
    // What a file is told in a remark, a form asks to be put right.
    row.remarks().stream()
        .filter(note -> note.key().equals("phone-landline"))
        .forEach(note -> errors.putIfAbsent(note.field(), note));
    return errors.isEmpty()
        ? new Read(people.stream().findFirst(), errors)
        : new Read(Optional.empty(), errors);
  }
}
