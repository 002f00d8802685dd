package vn.lantoa.channel.sms;

import com.twilio.security.RequestValidator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lantoa.channel.OutcomeTable;
import vn.lantoa.channel.Reasons;
import vn.lantoa.channel.SmsReceipts;
import vn.lantoa.channel.TwilioAccount;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.delivery.Outcomes;

/// Twilio's status callbacks. They come in any order, more than once, and with new fields without
/// notice.
@Component
class TwilioReceipts implements SmsReceipts {

  // Everything else (accepted, scheduled, queued, sending) is on the way and tells us nothing new.
  private static final Map<String, DeliveryStatus> STATUSES =
      Map.of(
          "sent", DeliveryStatus.SENT,
          "delivered", DeliveryStatus.DELIVERED,
          "read", DeliveryStatus.DELIVERED,
          "undelivered", DeliveryStatus.UNDELIVERED,
          "failed", DeliveryStatus.FAILED,
          "canceled", DeliveryStatus.FAILED);

  private final TwilioAccount account;
  private final String publicUrl;
  private final OutcomeTable codes = OutcomeTable.of("twilio");

  TwilioReceipts(TwilioAccount account, @Value("${lantoa.public-url}") String publicUrl) {
    this.account = account;
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  @Override
  public boolean isGenuine(String path, Map<String, String> form, String signature) {
    // Our own public address and not the one of the request: behind a proxy those differ, and a
    // caller could
    // choose the latter.
    return !account.authToken().isEmpty()
        && new RequestValidator(account.authToken().value())
            .validate(publicUrl + path, form, signature);
  }

  @Override
  public Optional<Outcomes.Receipt> read(Map<String, String> form) {
    var status = STATUSES.get(form.getOrDefault("MessageStatus", ""));
    if (status == null) {
      return Optional.empty();
    }
    var went = status == DeliveryStatus.SENT || status == DeliveryStatus.DELIVERED;
    return Optional.of(
        new Outcomes.Receipt(status, form.getOrDefault("MessageSid", ""), went ? "" : why(form)));
  }

  private String why(Map<String, String> form) {
    var code = form.getOrDefault("ErrorCode", form.getOrDefault("MessageStatus", ""));
    var said = form.getOrDefault("ErrorMessage", "");
    return switch (codes.outcome(List.of(code), said, null)) {
      case Outcome.Retry(_, var why) -> why;
      case Outcome.Throttled(_, var why) -> why;
      case Outcome.Unavailable(var why) -> why;
      case Outcome.Permanent(var why, _) -> why;
      case Outcome.Ambiguous(var why) -> why;
      case Outcome.ChannelDown(var why) -> why;
      case Outcome.Accepted _, Outcome.Delivered _ -> Reasons.quote(said);
    };
  }
}
