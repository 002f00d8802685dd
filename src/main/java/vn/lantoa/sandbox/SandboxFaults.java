package vn.lantoa.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lantoa.common.Channel;

/// Faults on demand: makes the stand-in of a channel misbehave while it runs. One fault per channel
/// at a time.
public class SandboxFaults {

  private final Map<Channel, Active> active = new ConcurrentHashMap<>();

  public void set(Channel channel, Fault fault) {
    active.put(channel, new Active(fault, new AtomicInteger()));
  }

  public void clear(Channel channel) {
    active.remove(channel);
  }

  /// What goes wrong with the message that came just now.
  Optional<Fault.Effect> next(Channel channel) {
    var fault = active.get(channel);
    return fault != null && fault.strikes()
        ? Optional.of(fault.fault().effect())
        : Optional.empty();
  }

  private record Active(Fault fault, AtomicInteger seen) {

    boolean strikes() {
      int number = seen.incrementAndGet();
      return switch (fault.when()) {
        case Fault.Occurrence.Next(int messages) -> number <= messages;
        case Fault.Occurrence.Every(int nth) -> number % nth == 0;
        case Fault.Occurrence.Share(double share) ->
            ThreadLocalRandom.current().nextDouble() < share;
      };
    }
  }
}
