package vn.lantoa.delivery;

import java.util.List;

/// What of the running campaigns waits for a later time, and why.
public interface Postponements {

  /// Of one campaign, the most messages first; at most six groups.
  List<Postponed> of(long campaignId);

  /// Of campaigns of the unit and below, the most messages first; at most twenty groups.
  List<Postponed> within(long rootUnitId);
}
