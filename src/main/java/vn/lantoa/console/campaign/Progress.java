package vn.lantoa.console.campaign;

import java.util.List;
import java.util.SortedMap;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Channels;
import vn.lantoa.delivery.Postponed;
import vn.lantoa.report.CampaignHistory;
import vn.lantoa.report.Funnel;

/// How far a campaign is.
///
/// @param known all channels there are
/// @param postponed what waits for a later time
/// @param troubles why messages did not arrive, the most frequent reason first
public record Progress(
    long campaignId,
    CampaignStatus status,
    SortedMap<Channel, Funnel> channels,
    List<Postponed> postponed,
    Channels known,
    List<CampaignHistory.Trouble> troubles) {

  public Funnel total() {
    return channels.values().stream().reduce(Funnel.EMPTY, Funnel::plus);
  }

  /// How often the page asks again, in htmx's words; empty: nothing changes by itself any more.
  public String poll() {
    return switch (status) {
      case RUNNING -> "every 2s";
      case APPROVED, PAUSED -> "every 10s";
      // Receipts may still come in for a while after the last message has left.
      case FINISHED, CANCELLED -> total().sent() > 0 ? "every 30s" : "";
      // Only whether it is decided on can change.
      case SUBMITTED -> "every 10s";
      case DRAFT -> "";
    };
  }
}
