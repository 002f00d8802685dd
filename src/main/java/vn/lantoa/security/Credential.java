package vn.lantoa.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a login is checked against.
///
/// @param epoch of the logins that count; a login made with this password belongs to it
/// @param until when a password made by somebody else ends; null: it is the person's own
public record Credential(
    long accountId,
    String username,
    String hash,
    boolean active,
    int epoch,
    @Nullable Instant until) {

  public boolean isOver(Instant now) {
    return until != null && !now.isBefore(until);
  }

  /// Without the hash.
  @Override
  public String toString() {
    return "Credential[accountId=" + accountId + "]";
  }
}
