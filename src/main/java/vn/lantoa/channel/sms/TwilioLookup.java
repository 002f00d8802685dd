package vn.lantoa.channel.sms;

import com.twilio.base.Page;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.time.Instant;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.lantoa.channel.ProviderListing;
import vn.lantoa.channel.Reasons;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.ChannelLookup;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.delivery.LookUp;
import vn.lantoa.delivery.OutgoingMessage;

/// Looks for a text message in Twilio's list of messages to the number. Twilio's filter by date
/// leaves out messages it has not sent yet, so the time is compared here, with when Twilio made the
/// message.
@Component
class TwilioLookup implements ChannelLookup {

  /// The longest text is 1600 signs, 10 kB as JSON with escapes: so many fit into the 256 kB that
  /// [vn.lantoa.channel.ProviderHttp] reads.
  private static final long LISTED = 20;

  private final TwilioClients clients;
  private final TwilioStatuses statuses;

  TwilioLookup(TwilioClients clients, TwilioStatuses statuses) {
    this.clients = clients;
    this.statuses = statuses;
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public LookUp lookUp(OutgoingMessage message, Instant wireAt, Predicate<String> isTaken) {
    var client = clients.of(message.account());
    if (client.isEmpty()) {
      var missing = TwilioClients.missing(clients.account(message.account())).orElse("");
      return new LookUp.Unanswered(Reasons.say("setting-missing", missing));
    }
    Page<Message> listed;
    try {
      listed =
          Message.reader()
              .setTo(new PhoneNumber(message.address()))
              .setPageSize(LISTED)
              .firstPage(client.get());
    } catch (TwilioHttp.Unanswered e) {
      return ProviderListing.none("Twilio", e.reply());
    } catch (RuntimeException _) {
      // The library stumbles over an answer in several ways, a NullPointerException among them.
      return new LookUp.Unanswered(Reasons.say("look-up.unreadable", "Twilio"));
    }
    return listing(listed, wireAt.minus(NEAR)).find(message.text(), wireAt, isTaken);
  }

  private ProviderListing listing(Page<Message> listed, Instant since) {
    var messages = listed.getRecords().stream().map(this::listed).toList();
    boolean isWhole = !listed.hasNextPage() && messages.size() < LISTED;
    // The newest come first: the list is whole enough when it goes back as far as that.
    boolean reachesBack =
        messages.stream()
            .map(ProviderListing.Listed::madeAt)
            .anyMatch(made -> made != null && made.isBefore(since));
    return new ProviderListing("Twilio", messages, isWhole || reachesBack);
  }

  private ProviderListing.Listed listed(Message message) {
    var created = message.getDateCreated();
    var text = message.getBody();
    return new ProviderListing.Listed(
        created == null ? null : created.toInstant(),
        // An account can have Twilio forget the words.
        text == null || text.isEmpty() ? null : text,
        found(message));
  }

  private LookUp.Found found(Message message) {
    var status = message.getStatus() == null ? "" : message.getStatus().toString();
    var code = message.getErrorCode() == null ? "" : message.getErrorCode().toString();
    var receipt = statuses.receipt(status, message.getSid(), code, message.getErrorMessage());
    // Queued, sending: Twilio has it, which is what "sent" means here.
    return receipt
        .map(said -> new LookUp.Found(said.providerRef(), said.status(), said.reason()))
        .orElseGet(() -> new LookUp.Found(message.getSid(), DeliveryStatus.SENT, ""));
  }
}
