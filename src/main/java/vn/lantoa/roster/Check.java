package vn.lantoa.roster;

import java.util.List;
import java.util.Map;

/// What taking in a file comes to: before, what it would, afterwards, what it did.
///
/// @param returned had been removed and come back
/// @param refused rows, not errors: one row may have several
/// @param skipped totals, signatures, headings printed again
/// @param suppressed people to one of whose addresses nobody may write, whatever the file says
/// @param elsewhere people whom another unit of the scope has on its list
/// @param sharedNumbers telephone numbers that several people of the file have
/// @param sharing how many people these are
/// @param byKey how often each kind of error and remark comes
/// @param errors the first
/// @param remarks the first: what was taken otherwise than it stood there
public record Check(
    int added,
    int changed,
    int unchanged,
    int returned,
    int refused,
    int skipped,
    int suppressed,
    int elsewhere,
    int sharedNumbers,
    int sharing,
    Map<String, Integer> byKey,
    List<RowNote> errors,
    List<RowNote> remarks) {

  /// So many errors and remarks are told one by one; the refused rows can all be had as a file.
  public static final int MOST_TOLD = 200;

  public int people() {
    return added + changed + unchanged + returned;
  }

  public int times(String key) {
    return byKey.getOrDefault(key, 0);
  }
}
