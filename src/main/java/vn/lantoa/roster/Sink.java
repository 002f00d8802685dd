package vn.lantoa.roster;

import java.util.List;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.Recipients.Weighed;
import vn.lantoa.sheet.SheetRow;

/// What becomes of the rows of a file.
@FunctionalInterface
interface Sink {

  List<Weighed> people(List<NewRecipient> people);

  default void refused(SheetRow row, List<RowNote> why) {}
}
