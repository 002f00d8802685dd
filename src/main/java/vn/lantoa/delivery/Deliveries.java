package vn.lantoa.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audience.SearchText;
import vn.lantoa.common.Channel;
import vn.lantoa.common.DayRange;

/// Looks into the ledger; changes nothing.
public interface Deliveries {

  /// By the moment of the run and within it by the row: the only order a ledger of millions is read
  /// in without being read as a whole.
  ///
  /// @param oldestFirst instead of the latest run first, and in it the latest row
  /// @param after only what comes after this delivery in the order; null: from the first on
  List<Delivery> search(Filter filter, boolean oldestFirst, @Nullable Long after, int limit);

  /// Newest first.
  default List<Delivery> search(Filter filter, @Nullable Long before, int limit) {
    return search(filter, false, before, limit);
  }

  Optional<Delivery> find(long id);

  /// Every try of one delivery, in order.
  List<Attempt> attempts(long deliveryId);

  /// What was said on the wire, made again from the approved text and the row; empty when the
  /// content is gone.
  Optional<OutgoingMessage> message(long deliveryId);

  /// @param unitId only campaigns of this unit and below
  /// @param days in which the run's moment lies
  record Filter(
      long unitId,
      @Nullable Long campaignId,
      @Nullable Channel channel,
      @Nullable DeliveryStatus status,
      SearchText text,
      DayRange days) {

    /// Of any day, by the beginning of an address too.
    public Filter(
        long unitId,
        @Nullable Long campaignId,
        @Nullable Channel channel,
        @Nullable DeliveryStatus status,
        String text) {
      this(unitId, campaignId, channel, status, SearchText.of(text), DayRange.ALL);
    }
  }

  record Attempt(
      int number,
      String node,
      @Nullable Instant wireAt,
      Instant endedAt,
      String outcome,
      @Nullable String reason) {}
}
