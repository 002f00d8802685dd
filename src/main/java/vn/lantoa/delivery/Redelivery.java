package vn.lantoa.delivery;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;

/// Sends again what failed, once whatever made it fail is mended.
public interface Redelivery {

  /// Those that have not failed, or whose campaign was cancelled, are left as they are.
  ///
  /// @return how many will be sent again
  int resend(Collection<Long> deliveryIds, Actor actor);

  /// How many of these would be sent again now.
  int resendable(Collection<Long> deliveryIds);

  /// The same for everything that failed in a campaign.
  ///
  /// @param channel null: any
  /// @param reason only what failed for this reason; null: for any
  int resendAll(long campaignId, @Nullable Channel channel, @Nullable String reason, Actor actor);
}
