package vn.lantoa.campaign;

import java.time.LocalDate;
import java.util.OptionalLong;
import vn.lantoa.audience.Segment;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;

/// What the limit of messages a day means for a plan. Told by whoever counts them.
public interface DayLimits {

  /// How many people of a segment have already had on that day (of Việt Nam) all the messages the
  /// channel's limit allows them, on every address they could be reached at: one more waits for the
  /// next day. Without a limit: 0.
  long waiting(Segment segment, Purpose purpose, Channel channel, LocalDate day);

  /// How many messages the unit may still send on the channel on that day (of Việt Nam): more wait
  /// for the next. Empty: any number.
  OptionalLong left(long unitId, Channel channel, LocalDate day);
}
