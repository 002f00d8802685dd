package vn.lantoa.campaign;

/// A campaign lost its approval or was cancelled: its triggers go, in this transaction.
///
/// @param cancelled for good, so what has not left never will
public record CampaignStopped(long campaignId, boolean cancelled) {}
