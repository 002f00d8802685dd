package vn.lantoa.campaign;

/// A campaign waits for approval: its author asked for it, or its approval was voided. Published in
/// the transaction of the change.
public record CampaignSubmitted(long campaignId) {}
