package vn.lantoa.console.people;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lantoa.audience.ConsentWay;
import vn.lantoa.audience.Consents;
import vn.lantoa.audience.Recipient;
import vn.lantoa.common.Label;
import vn.lantoa.console.frame.Page;
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

  /// Whether the person said something himself that nobody else takes back.
  public boolean refusedHimself() {
    return refusals.stream().anyMatch(Consents.Refused::himself);
  }

  /// Whether the reader may write down that the person agreed: not when he refused it all himself.
  public boolean mayAgree() {
    return kept().size() < recipient.contactPoints().size();
  }

  private static String source(Page page, Consents.Event event) {
    return event.source().equals(Consents.NOW_A_CHILD)
        ? page.t("people.source.now-a-child")
        : event.source();
  }

  /// Who said it, how, on which text, where the proof lies, who wrote it down.
  public String told(Page page, Consents.Event event) {
    var by = event.by();
    var way = event.way();
    return Stream.of(
            by == null ? "" : page.label(by),
            way == null ? "" : page.label(way),
            event.textVersion().isEmpty()
                ? ""
                : page.t("people.proof.on-text", event.textVersion()),
            // A link, an answer by SMS and the page of the public say all there is to say.
            way == ConsentWay.LINK || way == ConsentWay.SMS || event.source().equals("web-form")
                ? ""
                : source(page, event),
            event.evidence().isEmpty() ? "" : page.t("people.proof.lies", event.evidence()),
            page.t("people.proof.written-by", event.actor()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }
}
