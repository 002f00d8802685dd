package vn.lantoa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import vn.lantoa.common.Channel;

/// Asks a provider what it knows of a message whose answer was lost. A bean for each channel whose
/// provider can be asked.
///
/// Thread-safe, never throws, and ends within half a lease.
public interface ChannelLookup {

  /// How far apart the moment by the provider's clock and ours may be. Generous, because the two
  /// mistakes do not weigh the same: a message overlooked for a wrong clock is sent twice, while
  /// the same words to the same address within half a day have been read.
  Duration NEAR = Duration.ofHours(12);

  Channel channel();

  /// @param message as it went on the wire
  /// @param wireAt when it went
  /// @param isTaken whether what the provider calls a message already belongs to another delivery
  LookUp lookUp(OutgoingMessage message, Instant wireAt, Predicate<String> isTaken);

  /// Whether a message the provider made then can be the one that went on the wire at `wireAt`.
  static boolean isNear(Instant made, Instant wireAt) {
    return Duration.between(made, wireAt).abs().compareTo(NEAR) < 0;
  }
}
