package vn.lantoa.delivery;

import java.time.Instant;
import java.util.function.Predicate;
import vn.lantoa.common.Channel;

/// Asks a provider what it knows of a message whose answer was lost. A bean for each channel whose
/// provider can be asked.
///
/// Thread-safe, never throws, and ends within half a lease.
public interface ChannelLookup {

  Channel channel();

  /// @param message as it went on the wire
  /// @param wireAt when it went
  /// @param isTaken whether what the provider calls a message already belongs to another delivery
  LookUp lookUp(OutgoingMessage message, Instant wireAt, Predicate<String> isTaken);
}
