package vn.lantoa.campaign;

import java.time.LocalDate;
import java.util.Map;
import vn.lantoa.audience.Segment;
import vn.lantoa.common.Channel;

/// What the limit of messages a day means for a plan. Told by whoever counts them.
public interface DayLimits {

  /// How many people of a segment have already had on that day (of Việt Nam) all the messages a
  /// channel's limit allows them, on every address they could be reached at: one more waits for the
  /// next day. Channels without such people, or without a limit, are left out.
  Map<Channel, Long> waiting(Segment segment, LocalDate day);
}
