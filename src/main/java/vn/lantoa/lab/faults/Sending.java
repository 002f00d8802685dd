package vn.lantoa.lab.faults;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lantoa.common.Channel;

/// One approved campaign of a trial: what must come of it is known before anything is sent.
///
/// @param addresses who is to get it, by channel
record Sending(long campaign, Instant fireAt, Map<Channel, List<String>> addresses) {

  /// How many messages it has.
  int size() {
    return addresses.values().stream().mapToInt(List::size).sum();
  }

  Set<String> all() {
    return addresses.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
  }
}
