package vn.lantoa.delivery;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;

/// A row of the ledger this node holds for now.
///
/// @param fence proves the claim: a write with an older fence changes nothing
/// @param itemId with contentHash, the approved text; both empty in a notice
/// @param namesAsOf it bears the names units had at this moment; null: those of now
/// @param zone in which the wave was planned: its quiet hours count
record ClaimedDelivery(
    long id,
    long campaignId,
    long fence,
    int attempt,
    Channel channel,
    OutgoingMessage.Target target,
    long targetId,
    long unitId,
    String recipientName,
    String address,
    String itemId,
    String contentHash,
    Instant fireAt,
    Instant expiresAt,
    ZoneId zone,
    Purpose purpose,
    @Nullable Instant namesAsOf) {

  /// Told to an account; everything else is sent to the public.
  boolean isNotice() {
    return target == OutgoingMessage.Target.NOTICE;
  }
}
