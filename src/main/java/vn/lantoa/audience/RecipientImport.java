package vn.lantoa.audience;

import java.io.Reader;
import java.time.Instant;
import java.util.List;
import vn.lantoa.common.Actor;

/// Takes in recipients from a CSV file. Good rows are taken, bad ones are refused one by one with
/// their reason; the same file again adds nobody.
public interface RecipientImport {

  /// @param unitId where rows without a unit code belong, and the top of the subtree a code must
  ///   lie in
  /// @throws vn.lantoa.common.Refusal when the file as a whole cannot be read (`import.not-utf8`,
  ///   `import.columns-missing`, `import.empty`, `import.too-large`)
  Result run(long unitId, String fileName, Reader csv, Actor actor);

  /// The header row and two example rows, to be downloaded and filled in.
  String template();

  /// The last files taken in for the unit and what lies below it, newest first, at most 10.
  List<Past> past(long rootUnitId);

  /// A file that was taken in earlier.
  record Past(
      String fileName,
      String actor,
      Instant at,
      int added,
      int changed,
      int unchanged,
      int refused) {}

  record Result(int added, int changed, int unchanged, List<RowError> errors) {}

  /// @param row line number in the file, the header is 1
  /// @param key what is wrong, in the messages under `import.row.`
  record RowError(int row, String column, String value, String key) {}
}
