package vn.lantoa.channel.sms;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.Reasons;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.ChannelLookup;
import vn.lantoa.delivery.LookUp;
import vn.lantoa.delivery.OutgoingMessage;

/// Looks for a text message in Twilio's list of messages to the number. Twilio's filter by date
/// leaves out messages it has not sent yet, so the time is compared here, with when Twilio made the
/// message.
@Component
class TwilioLookup implements ChannelLookup {

  private static final int LISTED = 50;

  /// Twilio's clock and ours may differ a little, and a request may lie on the way a while.
  private static final Duration BEFORE = Duration.ofMinutes(5);

  private static final Duration AFTER = Duration.ofMinutes(15);

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
    try {
      List<Message> found = new ArrayList<>();
      Message.reader()
          .setTo(new PhoneNumber(message.address()))
          .pageSize(LISTED)
          .limit(LISTED)
          .read(client.get())
          .forEach(found::add);
      return found.stream()
          .filter(candidate -> message.text().equals(candidate.getBody()))
          .filter(candidate -> isNear(candidate.getDateCreated(), wireAt))
          .filter(candidate -> !isTaken.test(candidate.getSid()))
          .findFirst()
          .<LookUp>map(this::found)
          .orElseGet(LookUp.NotFound::new);
    } catch (TwilioHttp.Unanswered e) {
      return new LookUp.Unanswered(why(e.reply()));
    } catch (ApiException _) {
      return new LookUp.Unanswered(Reasons.say("unreadable", "Twilio"));
    }
  }

  private LookUp found(Message message) {
    var status = message.getStatus() == null ? "" : message.getStatus().toString();
    var code = message.getErrorCode() == null ? "" : message.getErrorCode().toString();
    var receipt = statuses.receipt(status, message.getSid(), code, message.getErrorMessage());
    // Queued, sending: Twilio has it, which is what "sent" means here.
    return receipt
        .<LookUp>map(said -> new LookUp.Found(said.providerRef(), said.status(), said.reason()))
        .orElseGet(
            () -> new LookUp.Found(message.getSid(), vn.lantoa.delivery.DeliveryStatus.SENT, ""));
  }

  private static boolean isNear(@Nullable ZonedDateTime created, Instant wireAt) {
    if (created == null) {
      return true;
    }
    var at = created.toInstant();
    return at.isAfter(wireAt.minus(BEFORE)) && at.isBefore(wireAt.plus(AFTER));
  }

  private static String why(ProviderHttp.Reply reply) {
    return switch (reply) {
      case ProviderHttp.Answer answer -> "Twilio: HTTP " + answer.status();
      case ProviderHttp.NotSent(var why) -> Reasons.say("unreachable", "Twilio", why);
      case ProviderHttp.Lost(var why) -> "Twilio: " + why;
    };
  }
}
