package vn.lantoa.roster;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import vn.lantoa.audience.Scope;
import vn.lantoa.common.Actor;
import vn.lantoa.sheet.SheetRow;

/// Takes in recipients from files: keeps a file, says what it is and what it would come to, and
/// only then takes it in. Good rows are taken, bad ones refused one by one with their reason; the
/// same file again adds nobody.
public interface Rosters {

  /// Keeps a file for a day.
  ///
  /// @param unitId where rows without a unit belong, and the top of the subtree a row may name
  /// @return its number
  /// @throws vn.lantoa.common.Refusal when it cannot be read: `import.no-table`, `import.password`,
  ///   `import.unfolds`, `import.damaged`, `import.encoding`, `import.empty`; then it is not kept
  long keep(long unitId, String fileName, InputStream file, Actor actor) throws IOException;

  Optional<KeptFile> find(long id);

  Layout look(KeptFile file);

  /// Says what the program could not tell, and remembers for the unit what its headings mean.
  void choose(KeptFile file, Choices choices);

  /// What taking it in would come to. Nothing is changed.
  ///
  /// @param scope where people of the file may be known already
  /// @throws vn.lantoa.common.Refusal `import.unclear` while there are questions, `import.empty`,
  ///   `import.too-large`
  Check check(KeptFile file, Scope scope);

  /// Takes it in: all good rows come together or, should the program die, none.
  ///
  /// @throws vn.lantoa.common.Refusal as [#check], and `import.taken`
  Check take(KeptFile file, Scope scope, Actor actor);

  /// Hands over the rows that are refused, with what is wrong with each.
  void refused(KeptFile file, RefusedRow each);

  void drop(KeptFile file);

  /// The last files taken in for the unit and what lies below it, newest first, at most 10.
  List<Past> past(long rootUnitId);

  @FunctionalInterface
  interface RefusedRow {
    void row(SheetRow row, List<RowNote> why);
  }
}
