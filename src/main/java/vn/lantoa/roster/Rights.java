package vn.lantoa.roster;

import java.util.Set;
import java.util.regex.Pattern;
import vn.lantoa.audience.Children;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.privacy.ForgottenPeople;
import vn.lantoa.privacy.PersonMarks;

/// What the law says about whom a list may bring: nobody who had himself erased, and of a child
/// only what a parent agreed to.
///
/// @param forgotten as they were when the list was begun
record Rights(ForgottenPeople.Known forgotten) {

  /// Words for who may agree for a child.
  private static final Pattern REPRESENTATIVE =
      Pattern.compile("\\b(phu huynh|cha|bo|me|ba me|ong|ba|giam ho|dai dien|ph)\\b");

  /// Says what is wrong with it, if anything is.
  void look(RowCells row, NewRecipient person) {
    if (isForgotten(person)) {
      row.error(Field.NAME, "forgotten");
    } else if (Children.are(person.audience())
        && !person.consentSource().isBlank()
        && !REPRESENTATIVE.matcher(Plain.of(person.consentSource())).find()) {
      row.error(Field.CONSENT, "child-consent");
    }
  }

  private boolean isForgotten(NewRecipient person) {
    var marks = PersonMarks.of(person.name(), person.addresses().values());
    return forgotten.any(marks)
        || !person.code().isBlank()
            && forgotten.any(Set.of(PersonMarks.code(person.unitId(), person.code())));
  }
}
