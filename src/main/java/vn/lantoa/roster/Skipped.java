package vn.lantoa.roster;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.lantoa.sheet.SheetRow;

/// Rows of a list that are nobody: totals, who signed and where, headings printed again on each
/// page, numbers waiting for a name.
final class Skipped {

  private static final Pattern CLOSING =
      Pattern.compile(
          "(tong (cong|so|hop)|cong lai|danh sach (nay )?(co|gom)|an dinh danh sach|nguoi lap|lap bieu"
              + "|ky ten|ky ghi ro|ky va ghi|hieu truong|pho hieu truong|thu truong|giao vien chu nhiem"
              + "|gvcn|xac nhan|duyet|tm|kt|ghi chu|chu tich|truong phong)\\b.*|(tong|cong)( [0-9].*)?"
              + "|.*\\bngay [0-9 ]*thang [0-9 ]*nam\\b.*");

  private static final List<Field> SAYING =
      List.of(Field.NAME, Field.GIVEN, Field.FAMILY, Field.PHONE, Field.EMAIL, Field.CODE);

  private final Layout layout;
  private final List<String> headings;

  Skipped(Layout layout) {
    this.layout = layout;
    headings = layout.headings().stream().map(Plain::heading).toList();
  }

  boolean is(SheetRow row) {
    if (row.brokenAt() > 0) {
      return false;
    }
    return isNobody(row) || isHeading(row) || isClosing(row);
  }

  private boolean isNobody(SheetRow row) {
    return SAYING.stream().allMatch(field -> row.cell(layout.place(field)).isEmpty());
  }

  private boolean isHeading(SheetRow row) {
    var cells = row.cells().stream().map(Plain::heading).toList();
    return cells.size() > 1
        && cells.size() <= headings.size()
        && cells.equals(headings.subList(0, cells.size()));
  }

  /// Somebody who can be reached is somebody, whatever he is called.
  private boolean isClosing(SheetRow row) {
    boolean reached =
        PhoneCell.of(row.cell(layout.place(Field.PHONE))).numbers().stream()
                .anyMatch(number -> number.kind() != PhoneCell.Kind.WRONG)
            || EmailCell.of(row.cell(layout.place(Field.EMAIL))).addresses().stream()
                .anyMatch(java.util.Optional::isPresent);
    return !reached
        && row.cells().stream()
            .filter(Objects::nonNull)
            .filter(cell -> !cell.isEmpty())
            .map(Plain::of)
            .anyMatch(cell -> CLOSING.matcher(cell).matches());
  }
}
