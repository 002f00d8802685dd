package vn.lantoa.roster;

import org.springframework.stereotype.Component;
import vn.lantoa.common.MobileNumbers;
import vn.lantoa.common.Purpose;
import vn.lantoa.content.Vocabulary;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.privacy.ForgottenPeople;

/// Makes what reads people: for a file, or for a form.
@Component
class PersonReaders {

  private final OrgUnits units;
  private final Vocabulary vocabulary;
  private final MobileNumbers numbers;
  private final ForgottenPeople forgotten;

  PersonReaders(
      OrgUnits units, Vocabulary vocabulary, MobileNumbers numbers, ForgottenPeople forgotten) {
    this.forgotten = forgotten;
    this.units = units;
    this.vocabulary = vocabulary;
    this.numbers = numbers;
  }

  PersonReader of(KeptFile file, Layout layout) {
    var choices = file.choices();
    return of(
        file.unitId(),
        layout,
        choices.audience(),
        choices.several(),
        "Tệp " + file.fileName(),
        choices.purpose());
  }

  PersonReader of(
      long unitId,
      Layout layout,
      String audience,
      Several several,
      String source,
      Purpose purpose) {
    return new PersonReader(
        unitId,
        layout,
        audience,
        new AudienceNames(vocabulary.audiences()),
        new UnitNames(units, unitId),
        new Addresses(several, numbers),
        new Rights(forgotten.known()),
        source,
        purpose);
  }
}
