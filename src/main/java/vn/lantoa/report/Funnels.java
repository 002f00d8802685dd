package vn.lantoa.report;

import java.time.LocalDate;
import java.util.SortedMap;
import vn.lantoa.common.Channel;

/// Counts the ledger.
public interface Funnels {

  /// Per channel of one campaign.
  SortedMap<Channel, Funnel> ofCampaign(long campaignId);

  /// Per channel: what was due on that day, in Việt Nam's zone, for campaigns of the unit and
  /// below.
  SortedMap<Channel, Funnel> ofDay(long rootUnitId, LocalDate day);
}
