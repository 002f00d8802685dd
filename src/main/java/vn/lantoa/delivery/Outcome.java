package vn.lantoa.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a sender learned from one try. Provider codes end here: each sender maps them by its own
/// table.
public sealed interface Outcome {

  /// The provider took it.
  ///
  /// @param ref what the provider calls it; empty when it gives no name
  record Accepted(String ref) implements Outcome {}

  /// It is already where it should be: a page that is published, a file that is written.
  record Delivered(String ref) implements Outcome {}

  /// Surely not taken; may be tried again.
  ///
  /// @param after what the provider asked us to wait; null: our own pace
  record Retry(@Nullable Duration after, String why) implements Outcome {}

  /// Surely not taken: we ask too often. The account slows down; the delivery waits, and no try is
  /// held against it.
  ///
  /// @param after for how long the provider asked for silence; null: it did not say
  record Throttled(@Nullable Duration after, String why) implements Outcome {}

  /// Surely not taken: the provider takes nothing from anybody just now. No try is held against the
  /// delivery; an account that says so often is left alone for a while.
  record Unavailable(String why) implements Outcome {}

  /// Refused for good.
  ///
  /// @param suppress whether the address itself is dead and must not be written to again
  record Permanent(String why, boolean suppress) implements Outcome {}

  /// It may have been taken: the answer was lost. Never sent again by itself.
  record Ambiguous(String why) implements Outcome {}

  /// Nothing can be sent on this channel now: credentials refused, credit gone, account blocked.
  /// The channel is paused and this delivery waits, no try is counted.
  record ChannelDown(String why) implements Outcome {}
}
