package vn.lantoa.channel.sms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.channel.OutcomeTable;
import vn.lantoa.channel.Reasons;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.delivery.Outcomes.Receipt;

/// What Twilio's words for the state of a message mean to us, whether it reports them or is asked.
@Component
class TwilioStatuses {

  // Everything else (accepted, scheduled, queued, sending) is on the way and tells us nothing new.
  private static final Map<String, DeliveryStatus> STATUSES =
      Map.of(
          "sent", DeliveryStatus.SENT,
          "delivered", DeliveryStatus.DELIVERED,
          "read", DeliveryStatus.DELIVERED,
          "undelivered", DeliveryStatus.UNDELIVERED,
          "failed", DeliveryStatus.FAILED,
          "canceled", DeliveryStatus.FAILED);

  private final OutcomeTable codes = OutcomeTable.of("twilio");

  /// @param status Twilio's word
  /// @param code of the error; empty: none
  /// @param said in Twilio's words
  Optional<Receipt> receipt(String status, String sid, String code, @Nullable String said) {
    var meant = STATUSES.get(status);
    if (meant == null) {
      return Optional.empty();
    }
    boolean went = meant == DeliveryStatus.SENT || meant == DeliveryStatus.DELIVERED;
    return Optional.of(
        new Receipt(meant, sid, went ? "" : why(code.isEmpty() ? status : code, said)));
  }

  private String why(String code, @Nullable String said) {
    return switch (codes.outcome(List.of(code), said == null ? "" : said, null)) {
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
