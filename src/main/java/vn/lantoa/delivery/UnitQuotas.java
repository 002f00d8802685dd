package vn.lantoa.delivery;

import java.util.List;
import java.util.OptionalInt;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;

/// How many messages a unit may send on a channel in a day of Việt Nam. What is beyond that waits
/// for the next day. A quota that somebody set counts what the units below send as well: else it is
/// got round by sending in the name of one of them.
public interface UnitQuotas {

  /// Of every channel that has one, as of now.
  List<Quota> of(long unitId);

  /// @param perDay empty: by the number of people again
  /// @throws vn.lantoa.common.Refusal `unit.quota-wrong`
  void set(long unitId, Channel channel, OptionalInt perDay, Actor actor);

  /// Those of which four fifths or more are used today, the most used first, at most 20.
  List<Near> nearlyUsed();

  /// @param perDay messages the unit may send today
  /// @param chosen whether somebody set it; otherwise it goes by the number of people
  /// @param people on the lists of the unit and below
  /// @param used today
  record Quota(Channel channel, long perDay, boolean chosen, long people, long used) {

    public long left() {
      return Math.max(0, perDay - used);
    }
  }

  record Near(String unit, Quota quota) {}
}
