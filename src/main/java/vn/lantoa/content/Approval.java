package vn.lantoa.content;

import java.time.Instant;

/// What a second person decided on one exact text.
///
/// @param reason why it was returned; empty when approved
public record Approval(
    String itemId, String hash, Decision decision, String reason, String actor, Instant at) {

  public enum Decision {
    APPROVED,
    RETURNED
  }
}
