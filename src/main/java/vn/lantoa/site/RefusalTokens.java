package vn.lantoa.site;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.channel.UnsubscribeLinks;
import vn.lantoa.channel.UnsubscribeLinks.Target;
import vn.lantoa.content.RefusalLinks;
import vn.lantoa.delivery.Deliveries;
import vn.lantoa.delivery.OutgoingMessage;
import vn.lantoa.privacy.PersonalData;

/// Whom a link leads out of a mailing: the long one of a letter says it itself, the short one of an
/// SMS names the delivery.
@Component
class RefusalTokens {

  private final UnsubscribeLinks letters;
  private final RefusalLinks texts;
  private final Deliveries deliveries;

  RefusalTokens(UnsubscribeLinks letters, RefusalLinks texts, Deliveries deliveries) {
    this.letters = letters;
    this.texts = texts;
    this.deliveries = deliveries;
  }

  /// Empty when it is none of ours, or nobody knows any more whom it was sent to.
  Optional<Target> read(String token) {
    var id = texts.read(token);
    return id.isEmpty()
        ? letters.read(token)
        : deliveries
            .find(id.getAsLong())
            .filter(delivery -> delivery.target() == OutgoingMessage.Target.PERSON)
            .filter(delivery -> !delivery.address().equals(PersonalData.ERASED))
            .map(delivery ->
                new Target(delivery.channel(), delivery.address(), delivery.campaignUnitId()));
  }
}
