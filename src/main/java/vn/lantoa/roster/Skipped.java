package vn.lantoa.roster;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

  Skipped(Layout layout) {
    this.layout = layout;
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
    var cells = row.cells();
    return cells.size() > 1
        && cells.size() <= layout.headings().size()
        && IntStream.range(0, cells.size())
            .allMatch(column -> cells.get(column).equalsIgnoreCase(layout.headings().get(column)));
  }

  /// Somebody who can be reached is somebody, whatever he is called.
  private boolean isClosing(SheetRow row) {
    boolean reached =
        row.cell(layout.place(Field.PHONE)).chars().filter(Character::isDigit).count() > 7
            || row.cell(layout.place(Field.EMAIL)).indexOf('@') > 0;
    return !reached
        && row.cells().stream()
            .filter(cell -> !cell.isEmpty())
            .map(Plain::of)
            .anyMatch(cell -> CLOSING.matcher(cell).matches());
  }
}
