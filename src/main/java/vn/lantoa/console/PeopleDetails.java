package vn.lantoa.console;

import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Recipient;
import vn.lantoa.content.Vocabulary;
import vn.lantoa.org.OrgUnits;

/// Puts together what the pages on recipients show.
@Component
class PeopleDetails {

  private final OrgUnits units;
  private final Vocabulary vocabulary;
  private final PeopleQueries queries;

  PeopleDetails(OrgUnits units, Vocabulary vocabulary, PeopleQueries queries) {
    this.units = units;
    this.vocabulary = vocabulary;
    this.queries = queries;
  }

  List<UnitOption> units(long top) {
    return UnitOption.of(units.subtree(top));
  }

  List<RecipientRow> rows(List<Recipient> recipients) {
    var names = new HashMap<Long, String>();
    return recipients.stream()
        .map(recipient ->
            new RecipientRow(
                recipient,
                names.computeIfAbsent(recipient.unitId(), id -> units.get(id).name()),
                audience(recipient)))
        .toList();
  }

  RecipientView of(Recipient recipient, boolean mayChange) {
    return new RecipientView(
        recipient,
        units.get(recipient.unitId()).name(),
        audience(recipient),
        mayChange,
        queries.consentHistory(recipient.id()),
        queries.messages(recipient.id()));
  }

  private Vocabulary.Label audience(Recipient recipient) {
    return vocabulary
        .audiences()
        .getOrDefault(
            recipient.audience(), new Vocabulary.Label(recipient.audience(), recipient.audience()));
  }
}
