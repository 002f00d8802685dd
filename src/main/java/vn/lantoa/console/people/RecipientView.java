package vn.lantoa.console.people;

import java.util.List;
import vn.lantoa.audience.Consents;
import vn.lantoa.audience.Recipient;
import vn.lantoa.common.Label;
import vn.lantoa.report.PersonHistory;

/// The page of one person.
///
/// @param mayChange whether the reader may opt the person in or out
/// @param refusals of his addresses, that stand
/// @param messages the last ones to the person
public record RecipientView(
    Recipient recipient,
    String unitName,
    Label audience,
    boolean mayChange,
    List<Consents.Refused> refusals,
    List<Consents.Event> history,
    List<PersonHistory.Message> messages) {

  /// Whether at least one address may be written to.
  public boolean reachable() {
    return recipient.contactPoints().stream()
        .anyMatch(point -> point.consentAt() != null && point.suppressed() == null);
  }

  /// Those that no word of the reader's lifts.
  public List<Consents.Refused> kept() {
    return refusals.stream().filter(refused -> !refused.liftable()).toList();
  }

  /// Whether the reader may write down that the person agreed: not when he refused it all himself.
  public boolean mayAgree() {
    return kept().size() < recipient.contactPoints().size();
  }
}
