package vn.lantoa.delivery;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;

/// The only writer of [DeliveryStatus]: everything that is ever learned about a delivery ends here.
public interface Outcomes {

  /// A later word from outside: a provider's receipt, a bounce, a school that aired it. Raises the
  /// rank or does nothing, so repeated and shuffled receipts are harmless.
  ///
  /// @return whether it changed anything
  boolean receipt(long deliveryId, Receipt receipt);

  /// A person settles an uncertain delivery.
  ///
  /// @throws vn.lantoa.common.Refusal `delivery.not-uncertain`
  void settle(long deliveryId, Settlement settlement, Actor actor);

  /// Sends again what failed, once whatever made it fail is mended. Those that have not failed, or
  /// whose campaign was cancelled, are left as they are.
  ///
  /// @return how many will be sent again
  int resend(Collection<Long> deliveryIds, Actor actor);

  /// The same for everything that failed in a campaign.
  ///
  /// @param reason only what failed for this reason; null: for any
  int resendAll(long campaignId, @Nullable Channel channel, @Nullable String reason, Actor actor);

  /// After a database was restored from an old copy: what was open in it may have gone out since.
  ///
  /// @return how many are uncertain now
  int doubtOpen(Actor actor);

  /// @param status SENT, DELIVERED, UNDELIVERED or FAILED
  /// @param providerRef what the provider calls the message; empty: unknown
  /// @param reason empty when it went well
  record Receipt(DeliveryStatus status, String providerRef, String reason) {}

  enum Settlement {
    WAS_SENT,
    SEND_AGAIN
  }
}
