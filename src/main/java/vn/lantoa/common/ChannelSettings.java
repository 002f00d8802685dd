package vn.lantoa.common;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The settings of one channel: the block `lantoa.channels.<key>`.
///
/// @param label what the screens call it; empty: the key is looked up in the messages
/// @param target whom one delivery is for
/// @param rendition the section of the content file it carries (`sms`, `email`, `social`, `radio`,
///   `portal`)
/// @param enabled false: no campaign can choose it
/// @param perSecond how many messages a second may leave; routes read it as
///   `{{lantoa.channels.<key>.per-second}}`
/// @param workers how many messages may be on the wire at once, also the most that a crash leaves
///   uncertain
/// @param lease how long a claimed delivery belongs to a node without a sign of life
/// @param maxAttempts tries before a delivery fails as exhausted
/// @param onUncertain what becomes of a message whose answer was lost
/// @param perPersonADay how many messages an address gets at most on one day of Việt Nam; the
///   others wait for the next; 0: as many as there are
/// @param unitQuota how many messages a unit may send on one day for each person on its lists,
///   where nobody set another number for it; the others wait for the next; 0: as many as there are
public record ChannelSettings(
    @DefaultValue("") String label,
    Target target,
    String rendition,
    boolean enabled,
    int perSecond,
    int workers,
    Duration lease,
    int maxAttempts,
    @DefaultValue("hold") OnUncertain onUncertain,
    @DefaultValue("0") int perPersonADay,
    @DefaultValue("0") int unitQuota) {

  public ChannelSettings {
    label = java.util.Objects.requireNonNullElse(label, "");
  }

  /// Whether a message its provider surely never got is sent again without a person saying so.
  public boolean sendsAgainWhatIsNotFound() {
    return onUncertain != OnUncertain.ASK;
  }

  /// Whom a delivery is for: each person with an address on the channel, each unit's own outlet
  /// (page, account, column), or each station.
  public enum Target {
    PERSON,
    OUTLET,
    STATION
  }

  /// What becomes of a message that may have gone out.
  public enum OnUncertain {
    /// The provider is asked where it can be. What it surely never got is sent again; everything
    /// else is for a person to decide.
    HOLD,
    /// The same, but a person decides about everything the provider does not know.
    ASK,
    /// Sent again, once, with the same mark of its own: for notices that must arrive and may arrive
    /// twice.
    RETRY_ONCE
  }
}
