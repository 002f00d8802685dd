package vn.lantoa.channel.sms;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lantoa.channel.HttpJudge;
import vn.lantoa.channel.OutcomeTable;
import vn.lantoa.channel.Reasons;
import vn.lantoa.channel.TwilioAccount;
import vn.lantoa.common.MobileNumbers;
import vn.lantoa.delivery.ChannelSender;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.delivery.OutgoingMessage;

/// Hands a text message to Twilio. Twilio knows no idempotency key, so an answer that is lost is
/// ambiguous and nothing is ever asked twice.
@Component("smsSender")
class SmsSender implements ChannelSender {

  private static final Duration LONGEST_VALIDITY = Duration.ofHours(10);
  // Twilio advises more than five seconds: below, its own queue would let the message lapse.
  private static final Duration SHORTEST_VALIDITY = Duration.ofSeconds(10);

  private final TwilioClients clients;
  private final String callbacks;
  private final InstantSource clock;
  private final MobileNumbers numbers;
  private final HttpJudge judge =
      new HttpJudge("Twilio", OutcomeTable.of("twilio"), "/code", "/message");

  SmsSender(
      TwilioClients clients,
      @Value("${lantoa.public-url}") String publicUrl,
      InstantSource clock,
      MobileNumbers numbers) {
    this.clients = clients;
    this.clock = clock;
    this.numbers = numbers;
    callbacks = publicUrl.replaceAll("/+$", "") + "/hooks/twilio/";
  }

  @Override
  public Outcome send(OutgoingMessage message) {
    // Here and not only where people are written down: lists are older than the rule, and the rule
    // may change.
    if (!numbers.allow(message.address())) {
      return new Outcome.Permanent(Reasons.say("number-not-allowed"), false);
    }
    var account = clients.account(message.account());
    var client = clients.of(message.account());
    if (client.isEmpty()) {
      var missing = TwilioClients.missing(account).orElse("");
      return new Outcome.ChannelDown(Reasons.say("setting-missing", missing));
    }
    try {
      return new Outcome.Accepted(creator(account, message).create(client.get()).getSid());
    } catch (TwilioHttp.Unanswered e) {
      return judge.judge(e.reply(), _ -> judge.unreadable());
    } catch (ApiException _) {
      // A success whose text we cannot read: Twilio has it, but we do not know under which name.
      return judge.unreadable();
    }
  }

  private MessageCreator creator(TwilioAccount account, OutgoingMessage message) {
    var to = new PhoneNumber(message.address());
    var creator =
        account.messagingServiceSid().isEmpty()
            ? Message.creator(to, new PhoneNumber(account.from()), message.text())
            : Message.creator(to, account.messagingServiceSid(), message.text());
    if (account.callsBack()) {
      // No query: Twilio's signature of an encoded one cannot be checked reliably.
      creator.setStatusCallback(callbacks + message.deliveryId());
    }
    return creator
        .setValidityPeriod(validity(message))
        // Twilio would put other signs for some of ours: who looks for the text later finds none.
        .setSmartEncoded(false);
  }

  private int validity(OutgoingMessage message) {
    var left = Duration.between(clock.instant(), message.expiresAt());
    var shown = left.compareTo(SHORTEST_VALIDITY) < 0 ? SHORTEST_VALIDITY : left;
    return (int) (shown.compareTo(LONGEST_VALIDITY) > 0 ? LONGEST_VALIDITY : shown).toSeconds();
  }
}
