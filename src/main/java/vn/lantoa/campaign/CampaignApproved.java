package vn.lantoa.campaign;

/// A campaign was approved: its triggers are to be stored, in this transaction.
public record CampaignApproved(long campaignId) {}
