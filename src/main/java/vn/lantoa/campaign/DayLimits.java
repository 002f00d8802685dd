package vn.lantoa.campaign;

import java.time.LocalDate;
import vn.lantoa.audience.Segment;
import vn.lantoa.common.Channel;

/// What the limit of messages a day means for a plan. Told by whoever counts them.
public interface DayLimits {

  /// How many people of a segment have already had on that day (of Việt Nam) all the messages the
  /// channel's limit allows them, on every address they could be reached at: one more waits for the
  /// next day. Without a limit: 0.
  long waiting(Segment segment, Channel channel, LocalDate day);
}
