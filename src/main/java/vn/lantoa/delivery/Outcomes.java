package vn.lantoa.delivery;

import java.util.Collection;
import vn.lantoa.common.Actor;

/// The only writer of [DeliveryStatus]: everything that is ever learned about a delivery ends here.
public interface Outcomes {

  /// A later word from outside: a provider's receipt, a bounce, a school that aired it. Raises the
  /// rank or does nothing, so repeated and shuffled receipts are harmless. Returns when it is
  /// committed.
  ///
  /// @return whether it changed anything
  /// @throws org.springframework.dao.DataAccessException when it is not committed, within ten
  ///   seconds or at all; who brought it has to bring it again
  boolean receipt(long deliveryId, Receipt receipt);

  /// A person settles an uncertain delivery.
  ///
  /// @throws vn.lantoa.common.Refusal `delivery.not-uncertain`; `delivery.campaign-cancelled` for
  ///   what would be sent again
  void settle(long deliveryId, Settlement settlement, Actor actor);

  /// The same of several; those that are not uncertain any more, or must not be sent again, are
  /// left as they are.
  ///
  /// @return how many were settled
  int settle(Collection<Long> deliveryIds, Settlement settlement, Actor actor);

  /// @param status SENT, DELIVERED, UNDELIVERED or FAILED
  /// @param providerRef what the provider calls the message; empty: unknown
  /// @param reason empty when it went well
  record Receipt(DeliveryStatus status, String providerRef, String reason) {}

  enum Settlement {
    WAS_SENT,
    SEND_AGAIN
  }
}
