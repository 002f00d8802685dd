package vn.lantoa.watch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Channel;

/// What is going on, and what is not.
public interface Watch {

  /// What needs somebody's eyes, the worst first.
  List<Alarm> alarms();

  /// What waits for a reason, although nothing is wrong: for its hour, for somebody's approval, for
  /// another try.
  List<Alarm> waits();

  /// The open end of the ledger, per channel; channels without anything open are left out.
  List<Queue> queues();

  /// @param later not due yet: planned, or waiting for another try
  /// @param onTheWire handed over, not answered yet
  /// @param oldest since when the oldest that is due has been due; null: none is
  record Queue(
      Channel channel,
      long due,
      long later,
      long claimed,
      long onTheWire,
      @Nullable Instant oldest) {}
}
