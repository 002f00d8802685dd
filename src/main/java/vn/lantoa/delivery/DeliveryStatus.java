package vn.lantoa.delivery;

import java.util.EnumSet;
import java.util.Set;

/// Where one delivery stands. Every delivery is in exactly one of these at any time; the rank only
/// rises, but for a claim that lapses or is tried again.
public enum DeliveryStatus {
  /// Waits for its turn.
  PENDING(0),
  /// A node holds it; nothing is on the wire.
  CLAIMED(1),
  /// Committed just before the wire: from here on it may have gone out.
  SENDING(2),
  /// It may have gone out, and nobody answered. Shown, never sent again by itself.
  UNCERTAIN(3),
  /// The provider took it.
  SENT(4),
  /// It reached the person, the page, the air.
  DELIVERED(6),
  /// The provider took it and later said that it did not arrive.
  UNDELIVERED(5),
  /// It cannot be sent: refused for good, tried too often, or our own fault. The reason says which.
  FAILED(5),
  /// Never sent: opted out, no consent, blocked.
  SUPPRESSED(5),
  /// Never sent: its deadline passed.
  EXPIRED(5),
  /// Never sent: the campaign was cancelled.
  CANCELLED(5);

  private final int rank;

  DeliveryStatus(int rank) {
    this.rank = rank;
  }

  /// Higher is later; a later word from a provider may only raise it.
  public int rank() {
    return rank;
  }

  /// Whether the engine still has to do something about it.
  public boolean isOpen() {
    return rank < UNCERTAIN.rank;
  }

  /// Whether a person may have it sent again: it has not arrived, and will not by itself.
  public boolean maySendAgain() {
    return this == FAILED || this == UNDELIVERED;
  }

  /// Whether it ended without ever having been on the wire.
  public boolean isNeverSent() {
    return this == SUPPRESSED || this == EXPIRED || this == CANCELLED;
  }

  public static Set<DeliveryStatus> open() {
    return EnumSet.of(PENDING, CLAIMED, SENDING);
  }
}
