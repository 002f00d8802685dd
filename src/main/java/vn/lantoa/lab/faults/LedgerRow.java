package vn.lantoa.lab.faults;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One line of the ledger, as the database has it.
record LedgerRow(
    long id,
    String channel,
    String address,
    String status,
    String reason,
    @Nullable String providerRef,
    @Nullable Instant wireAt,
    @Nullable Instant settledAt) {

  private static final Set<String> OPEN = Set.of("PENDING", "CLAIMED", "SENDING");

  /// Whether it was written down that the message may be on the wire, before it was there.
  boolean isWrittenBefore(Instant accepted) {
    return wireAt != null && !wireAt.isAfter(accepted);
  }

  boolean isOpen() {
    return OPEN.contains(status);
  }

  /// Whether the ledger claims that a provider has it.
  boolean isSaidSent() {
    return status.equals("SENT") || status.equals("DELIVERED") || status.equals("UNDELIVERED");
  }

  /// Whether the ledger claims that nobody got it.
  boolean isSaidNotSent() {
    return status.equals("FAILED")
        || status.equals("SUPPRESSED")
        || status.equals("EXPIRED")
        || status.equals("CANCELLED");
  }
}
