package vn.lantoa.campaign;

/// The life of a campaign.
public enum CampaignStatus {
  /// Being written; only its author's unit sees it. May be changed freely.
  DRAFT,
  /// Waits for a second person.
  SUBMITTED,
  /// Approved, its triggers are stored, nothing has fired yet.
  APPROVED,
  /// At least one wave has fired and something is still open or still to come.
  RUNNING,
  /// A person, or the program for a stated reason, stopped the sending. Nothing leaves.
  PAUSED,
  /// No row is open and no wave is to come.
  FINISHED,
  /// Stopped for good; what had not left never will.
  CANCELLED;

  /// Whether messages of such a campaign may leave.
  public boolean maySend() {
    return this == APPROVED || this == RUNNING;
  }

  public boolean isOver() {
    return this == FINISHED || this == CANCELLED;
  }
}
