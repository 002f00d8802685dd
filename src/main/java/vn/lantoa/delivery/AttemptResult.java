package vn.lantoa.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How one try ends in the ledger.
///
/// @param status the row's status from now on; PENDING: another try
/// @param outcome the word the attempt is filed under
/// @param pause before another try; null when there is none
/// @param counted false: this try is not held against the delivery
record AttemptResult(
    ClaimedDelivery delivery,
    DeliveryStatus status,
    String outcome,
    String providerRef,
    @Nullable String reason,
    @Nullable Duration pause,
    boolean counted) {

  /// It surely did not leave, for a reason of ours: tried again soon.
  static AttemptResult notSent(ClaimedDelivery delivery) {
    return new AttemptResult(
        delivery, DeliveryStatus.PENDING, "not-sent", "", null, Duration.ZERO, false);
  }

  /// The text could not be made for this one recipient.
  static AttemptResult notComposed(ClaimedDelivery delivery, String why) {
    return new AttemptResult(
        delivery, DeliveryStatus.FAILED, "not-composed", "", "@not-composed: " + why, null, true);
  }
}
