package vn.lantoa.audience;

import java.util.Map;
import vn.lantoa.common.Channel;

/// How many people a segment holds, and on which channels they can be reached.
public interface Segments {

  /// How many of the segment each channel reaches, and how many it does not because of missing
  /// consent or suppression. Channels nobody has an address on are left out.
  Map<Channel, Reach> reach(Segment segment);

  /// How many people the segment holds.
  long size(Segment segment);

  record Reach(long reachable, long suppressed) {}
}
