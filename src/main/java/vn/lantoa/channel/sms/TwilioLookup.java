package vn.lantoa.channel.sms;

import com.twilio.base.Page;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.channel.ProviderHttp;
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
  /// [ProviderHttp] reads.
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
      return new LookUp.Unanswered(why(e.reply()));
    } catch (RuntimeException _) {
      // The library stumbles over an answer in several ways, a NullPointerException among them.
      return new LookUp.Unanswered(Reasons.say("look-up.unreadable", "Twilio"));
    }
    return find(listed, message.text(), wireAt, isTaken);
  }

  private LookUp find(
      Page<Message> listed, String text, Instant wireAt, Predicate<String> isTaken) {
    var near =
        listed.getRecords().stream()
            .filter(candidate -> isNear(candidate.getDateCreated(), wireAt))
            .filter(candidate -> !isTaken.test(candidate.getSid()))
            .toList();
    var same = near.stream().filter(candidate -> text.equals(candidate.getBody())).findFirst();
    if (same.isPresent()) {
      return found(same.get());
    }
    // An account can have Twilio forget the words; then one message is like another.
    if (near.stream().anyMatch(candidate -> isEmpty(candidate.getBody()))) {
      return new LookUp.Unanswered(Reasons.say("look-up.without-text", "Twilio"));
    }
    return reaches(listed, wireAt.minus(NEAR))
        ? new LookUp.NotFound()
        : new LookUp.Unanswered(Reasons.say("look-up.too-many", "Twilio"));
  }

  /// Whether the list, the newest first, goes back as far as that. "Not found" has the message sent
  /// again, so it must not be said of the part of a list.
  private static boolean reaches(Page<Message> listed, Instant since) {
    boolean isWhole = !listed.hasNextPage() && listed.getRecords().size() < LISTED;
    return isWhole
        || listed.getRecords().stream()
            .map(Message::getDateCreated)
            .anyMatch(created -> created != null && created.toInstant().isBefore(since));
  }

  private static boolean isEmpty(@Nullable String body) {
    return body == null || body.isEmpty();
  }

  private LookUp found(Message message) {
    var status = message.getStatus() == null ? "" : message.getStatus().toString();
    var code = message.getErrorCode() == null ? "" : message.getErrorCode().toString();
    var receipt = statuses.receipt(status, message.getSid(), code, message.getErrorMessage());
    // Queued, sending: Twilio has it, which is what "sent" means here.
    return receipt
        .<LookUp>map(said -> new LookUp.Found(said.providerRef(), said.status(), said.reason()))
        .orElseGet(() -> new LookUp.Found(message.getSid(), DeliveryStatus.SENT, ""));
  }

  private static boolean isNear(@Nullable ZonedDateTime created, Instant wireAt) {
    return created == null || ChannelLookup.isNear(created.toInstant(), wireAt);
  }

  private static String why(ProviderHttp.Reply reply) {
    return switch (reply) {
      case ProviderHttp.Answer answer -> "Twilio: HTTP " + answer.status();
      case ProviderHttp.NotSent(var why) -> Reasons.say("unreachable", "Twilio", why);
      case ProviderHttp.Lost(var why) -> "Twilio: " + why;
    };
  }
}
