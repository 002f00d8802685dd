package vn.lantoa.content;

import java.time.Instant;

/// What a second person decided on one exact text, or that its author asked for it again.
///
/// @param reason why it was returned; empty otherwise
public record Approval(
    String itemId, String hash, Decision decision, String reason, String actor, Instant at) {

  public enum Decision {
    APPROVED,
    RETURNED,
    /// After it was returned: it waits again.
    RESUBMITTED
  }
}
