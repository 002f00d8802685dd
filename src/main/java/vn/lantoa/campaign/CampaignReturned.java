package vn.lantoa.campaign;

import vn.lantoa.common.Actor;

/// An approver sent a campaign back to its author. Published in the transaction of the decision.
///
/// @param reason in the approver's words
public record CampaignReturned(long campaignId, String reason, Actor approver) {}
