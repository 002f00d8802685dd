package vn.lantoa.lab.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lantoa.common.Channel;

/// Faults on demand: makes the stand-in of a channel misbehave while it runs. Per channel one fault
/// that may strike anybody, and one for each part of an address that a fault is limited to.
public class SandboxFaults {

  private final Map<Key, Active> active = new ConcurrentHashMap<>();

  public void set(Channel channel, Fault fault) {
    active.put(new Key(channel, fault.only()), new Active(fault, new AtomicInteger()));
  }

  /// All faults of the channel.
  public void clear(Channel channel) {
    active.keySet().removeIf(key -> key.channel().equals(channel));
  }

  /// What goes wrong with the message that came just now, whoever it is for.
  Optional<Fault.Effect> next(Channel channel) {
    return Optional.ofNullable(active.get(new Key(channel, "")))
        .filter(Active::strikes)
        .map(Active::effect);
  }

  /// What goes wrong with this address and not with everybody's.
  Optional<Fault.Effect> next(Channel channel, String address) {
    return active.entrySet().stream()
        .filter(entry -> entry.getKey().isMeant(channel, address))
        .map(Map.Entry::getValue)
        .findFirst()
        .filter(Active::strikes)
        .map(Active::effect);
  }

  /// @param only part of an address; empty: any
  private record Key(Channel channel, String only) {

    boolean isMeant(Channel which, String address) {
      return !only.isEmpty() && channel.equals(which) && address.contains(only);
    }
  }

  private record Active(Fault fault, AtomicInteger seen) {

    Fault.Effect effect() {
      return fault.effect();
    }

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
