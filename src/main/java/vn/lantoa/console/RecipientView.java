package vn.lantoa.console;

import java.time.Instant;
import java.util.List;
import vn.lantoa.audience.Recipient;
import vn.lantoa.common.Channel;
import vn.lantoa.content.Vocabulary;
import vn.lantoa.delivery.DeliveryStatus;

/// The page of one person.
///
/// @param mayChange whether the reader may opt the person in or out
/// @param messages the last ones to the person
public record RecipientView(
    Recipient recipient,
    String unitName,
    Vocabulary.Label audience,
    boolean mayChange,
    List<ConsentEvent> history,
    List<Message> messages) {

  public record ConsentEvent(
      Channel channel, boolean given, String source, String actor, Instant at) {}

  /// @param at when it was due
  public record Message(
      long deliveryId, Channel channel, String campaign, DeliveryStatus status, Instant at) {}

  /// Whether at least one address may be written to.
  public boolean reachable() {
    return recipient.contactPoints().stream()
        .anyMatch(point -> point.consentAt() != null && point.suppressed() == null);
  }
}
