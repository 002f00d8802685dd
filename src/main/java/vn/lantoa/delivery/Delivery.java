package vn.lantoa.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Channel;

/// One message to one recipient on one channel: a row of the ledger.
///
/// @param campaignUnitId whose people look after it
/// @param firedAt the moment of its run: when the campaign meant it to go out
/// @param notBefore before this it is not tried, or not tried again
public record Delivery(
    long id,
    long campaignId,
    String campaignName,
    long campaignUnitId,
    Channel channel,
    OutgoingMessage.Target target,
    long targetId,
    long unitId,
    String recipientName,
    String address,
    DeliveryStatus status,
    @Nullable String reason,
    @Nullable String providerRef,
    int attempts,
    Instant firedAt,
    Instant notBefore,
    @Nullable Instant wireAt,
    @Nullable Instant settledAt) {

  /// Told to somebody who works here; it belongs to no campaign anybody made.
  public boolean isNotice() {
    return target == OutgoingMessage.Target.NOTICE;
  }
}
