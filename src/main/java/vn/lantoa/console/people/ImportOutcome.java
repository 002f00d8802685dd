package vn.lantoa.console.people;

import java.util.List;
import vn.lantoa.audience.RecipientImport;

/// What came of a file somebody sent.
///
/// @param refusedRows the refused rows as a file to correct and send again; empty when there are
///   none
public record ImportOutcome(String fileName, RecipientImport.Result result, String refusedRows) {

  /// The table shows this many errors; the download holds all rows.
  public static final int MOST_SHOWN = 200;

  public List<RecipientImport.RowError> shownErrors() {
    return result.errors().stream().limit(MOST_SHOWN).toList();
  }

  /// Rows, not errors: one row may have several.
  public long refused() {
    return result.errors().stream().mapToInt(RecipientImport.RowError::row).distinct().count();
  }
}
