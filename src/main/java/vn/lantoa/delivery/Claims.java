package vn.lantoa.delivery;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import vn.lantoa.common.Channel;

/// How this node claims one channel: on from where its last claim ended, and now and then what came
/// back behind that.
final class Claims {

  private final DeliveryQueue queue;
  private final Channel channel;
  private final Duration lease;
  private final LookBehind lookBehind;
  private final ClaimMarks marks = new ClaimMarks();

  /// @param idle how long what came back may lie at least
  /// @param nanos as [System#nanoTime]
  Claims(DeliveryQueue queue, Channel channel, Duration lease, Duration idle, LongSupplier nanos) {
    this.queue = queue;
    this.channel = channel;
    this.lease = lease;
    this.lookBehind = new LookBehind(idle, nanos);
  }

  /// By one thread at a time.
  List<ClaimedDelivery> ahead(int most) {
    return queue.claim(channel, most, lease, marks);
  }

  /// By one thread at a time, which may be another: a look behind may take long, and nobody should
  /// wait for it who could send meanwhile.
  List<ClaimedDelivery> behind(int most) {
    return marks.all().isEmpty()
        ? List.of()
        : lookBehind.look(most, () -> queue.claimBehind(channel, most, lease, marks));
  }
}
