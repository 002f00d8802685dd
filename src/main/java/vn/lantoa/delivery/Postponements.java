package vn.lantoa.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Channel;

/// What of the running campaigns waits for a later time, and why.
public interface Postponements {

  /// Of one campaign, the most messages first; at most six groups.
  List<Postponed> of(long campaignId);

  /// Of campaigns of the unit and below, the most messages first; at most twenty groups.
  List<Postponed> within(long rootUnitId);

  /// Messages of one campaign that wait for the same time.
  ///
  /// @param until the first of them may go, to the minute
  /// @param reason of one of them, as the ledger keeps it; null: the hours of the channel
  record Postponed(
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
  }
}
