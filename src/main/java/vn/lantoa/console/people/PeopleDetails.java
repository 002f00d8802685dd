package vn.lantoa.console.people;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Consents;
import vn.lantoa.audience.Recipient;
import vn.lantoa.audience.RecipientSearch;
import vn.lantoa.audience.Scope;
import vn.lantoa.common.Label;
import vn.lantoa.console.frame.UnitOption;
import vn.lantoa.content.Vocabulary;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.report.PersonHistory;

/// Puts together what the pages on recipients show.
@Component
class PeopleDetails {

  private final OrgUnits units;
  private final Vocabulary vocabulary;
  private final Consents consents;
  private final PersonHistory history;

  PeopleDetails(OrgUnits units, Vocabulary vocabulary, Consents consents, PersonHistory history) {
    this.units = units;
    this.vocabulary = vocabulary;
    this.consents = consents;
    this.history = history;
  }

  List<UnitOption> units(long top) {
    return UnitOption.of(units.subtree(top));
  }

  Map<String, Label> audiences() {
    return vocabulary.audiences();
  }

  List<RecipientRow> rows(List<RecipientSearch.Found> found) {
    var names = new HashMap<Long, String>();
    return found.stream()
        .map(one ->
            new RecipientRow(
                one.recipient(),
                names.computeIfAbsent(one.recipient().unitId(), id -> units.get(id).name()),
                audience(one.recipient()),
                one.addedAt()))
        .toList();
  }

  /// Each with the names of units and groups.
  List<List<RecipientRow>> groups(List<List<Recipient>> groups) {
    return groups.stream()
        .map(people ->
            rows(
                people.stream().map(one -> new RecipientSearch.Found(one, Instant.EPOCH)).toList()))
        .toList();
  }

  RecipientView of(Recipient recipient, boolean mayChange, Scope scope) {
    return new RecipientView(
        recipient,
        units.get(recipient.unitId()).name(),
        audience(recipient),
        mayChange,
        consents.refusals(recipient.id(), scope),
        consents.history(recipient.id()),
        history.messages(recipient.id()));
  }

  private Label audience(Recipient recipient) {
    return vocabulary
        .audiences()
        .getOrDefault(recipient.audience(), new Label(recipient.audience(), recipient.audience()));
  }
}
