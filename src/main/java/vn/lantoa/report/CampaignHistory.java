package vn.lantoa.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaign.WaveRuns;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.DeliveryStatus;

/// What a campaign has done so far.
public interface CampaignHistory {

  /// The firings of its waves so far, newest first, at most 50.
  List<Firing> firings(long campaignId);

  /// Why its messages did not arrive, the most frequent reason first, at most 12.
  List<Trouble> troubles(long campaignId);

  /// One firing of a wave.
  ///
  /// @param wave its position in the campaign, from 1
  record Firing(
      long runId,
      int wave,
      Instant fireAt,
      WaveRuns.Status status,
      @Nullable Instant finishedAt,
      long deliveries) {}

  /// @param reason as the ledger keeps it: a sentence, or `@` and a key
  record Trouble(Channel channel, DeliveryStatus status, String reason, long deliveries) {}
}
