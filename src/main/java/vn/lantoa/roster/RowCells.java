package vn.lantoa.roster;

import java.util.ArrayList;
import java.util.List;
import vn.lantoa.sheet.HarmlessText;
import vn.lantoa.sheet.SheetRow;

/// One row by its fields, and what there is to say about it.
final class RowCells {

  private final SheetRow row;
  private final Layout layout;
  private final List<RowNote> errors = new ArrayList<>();
  private final List<RowNote> remarks = new ArrayList<>();

  RowCells(SheetRow row, Layout layout) {
    this.row = row;
    this.layout = layout;
  }

  String cell(Field field) {
    // What a file of refused rows had to be kept from running with.
    return HarmlessText.back(row.cell(layout.place(field)));
  }

  void error(Field field, String key, String detail) {
    errors.add(note(field, key, detail));
  }

  void error(Field field, String key) {
    error(field, key, "");
  }

  void remark(Field field, String key, String detail) {
    remarks.add(note(field, key, detail));
  }

  private RowNote note(Field field, String key, String detail) {
    return field == Field.NOTHING
        ? new RowNote(row.number(), field, "", "", key, detail)
        : new RowNote(row.number(), field, layout.heading(field), cell(field), key, detail);
  }

  boolean isRefused() {
    return !errors.isEmpty();
  }

  List<RowNote> errors() {
    return errors;
  }

  List<RowNote> remarks() {
    return remarks;
  }
}
