package vn.lantoa.roster;

import java.util.Locale;
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

  /// Who may agree for a child, also without marks.
  private static final Pattern PARENTS =
      Pattern.compile("\\b(phu huynh|giam ho|dai dien|cha me|bo me|ba me|me ky|bo ky|cha ky)\\b");

  /// With their marks, for without them they are other words, too: “bộ phận” is no father.
  private static final Pattern PARENT =
      Pattern.compile("\\b(cha|mẹ|bố|má|ông|bà)\\b", Pattern.UNICODE_CHARACTER_CLASS);

  /// Says what is wrong with it, if anything is.
  void look(RowCells row, NewRecipient person) {
    if (isForgotten(person)) {
      row.error(Field.NAME, "forgotten");
    } else if (Children.are(person.audience())
        && !person.consentSource().isBlank()
        && !names(person.consentSource())) {
      row.error(Field.CONSENT, "child-consent");
    }
  }

  private static boolean names(String source) {
    return PARENTS.matcher(Plain.of(source)).find()
        || PARENT.matcher(source.toLowerCase(Locale.ROOT)).find();
  }

  private boolean isForgotten(NewRecipient person) {
    var marks = PersonMarks.of(person.unitId(), person.name(), person.addresses().values());
    return forgotten.any(marks)
        || !person.code().isBlank()
            && forgotten.any(Set.of(PersonMarks.code(person.unitId(), person.code())));
  }
}
