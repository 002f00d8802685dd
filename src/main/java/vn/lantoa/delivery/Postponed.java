package vn.lantoa.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Channel;

/// Messages of one campaign that wait for the same time.
///
/// @param until the first of them may go, to the minute
/// @param reason of one of them, as the ledger keeps it; null: the hours of the channel
public record Postponed(
    long campaignId,
    String campaign,
    Channel channel,
    Instant until,
    @Nullable String reason,
    long deliveries) {

  /// Whether they wait because a person has had all the messages of a day.
  public boolean isByDayLimit() {
    return FrequencyCap.REASON.equals(reason);
  }

  /// Whether they wait because the unit has sent all the messages of a day.
  public boolean isByQuota() {
    return QuotaGate.REASON.equals(reason);
  }
}
