package vn.lantoa.delivery;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;

/// Sends again what failed or did not arrive, once whatever was in its way is mended.
public interface Redelivery {

  /// Those of any other status, whose campaign was cancelled, or whose text was taken out of the
  /// library are left as they are.
  ///
  /// @return how many will be sent again
  /// @throws vn.lantoa.common.Refusal `delivery.text-withdrawn` when that is why none is
  int resend(Collection<Long> deliveryIds, Actor actor);

  /// How many of these would be sent again now.
  int resendable(Collection<Long> deliveryIds);

  /// The same for everything of a campaign that is in that status.
  ///
  /// @param status one that [DeliveryStatus#maySendAgain]
  /// @param channel null: any
  int resendAll(long campaignId, DeliveryStatus status, @Nullable Channel channel, Actor actor);
}
