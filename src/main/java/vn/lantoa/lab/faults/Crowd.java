package vn.lantoa.lab.faults;

import java.util.List;
import java.util.Map;
import vn.lantoa.common.Channel;

/// The recipients of one trial, under a unit of their own; no address belongs to two trials.
record Crowd(long unitId, Map<Channel, List<String>> addresses) {

  List<String> of(Channel channel) {
    return addresses.getOrDefault(channel, List.of());
  }
}
