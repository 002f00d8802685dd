package vn.lantoa.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Channel;

/// Looks into the ledger; changes nothing.
public interface Deliveries {

  /// Newest first: the latest run, and in it the latest.
  ///
  /// @param before only those older than this delivery; null: from the newest on
  List<Delivery> search(Filter filter, @Nullable Long before, int limit);

  Optional<Delivery> find(long id);

  /// Every try of one delivery, in order.
  List<Attempt> attempts(long deliveryId);

  /// What was said on the wire, made again from the approved text and the row; empty when the
  /// content is gone.
  Optional<OutgoingMessage> message(long deliveryId);

  /// @param unitId only campaigns of this unit and below
  /// @param text part of the name, or the beginning of the address; empty: all
  record Filter(
      long unitId,
      @Nullable Long campaignId,
      @Nullable Channel channel,
      @Nullable DeliveryStatus status,
      String text) {}

  record Attempt(
      int number,
      String node,
      @Nullable Instant wireAt,
      Instant endedAt,
      String outcome,
      @Nullable String reason) {}
}
