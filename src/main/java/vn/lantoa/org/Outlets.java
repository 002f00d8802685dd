package vn.lantoa.org;

import java.util.Collection;
import java.util.List;
import vn.lantoa.common.Channel;

/// All outlets.
public interface Outlets {

  /// Adds it, or renames the one with this channel and address. One of a unit below becomes this
  /// unit's: who was the first to write down the address of a page need not be who has it.
  ///
  /// @throws vn.lantoa.common.Refusal `outlet.taken`: it belongs to another unit, not below
  Outlet put(long unitId, Channel channel, String address, String name);

  /// The outlets of the unit and of everything below it.
  List<Outlet> within(long rootUnitId);

  /// Of those, the ones in use on these channels: where a message to the unit is published.
  default List<Outlet> inUse(long rootUnitId, Collection<Channel> channels) {
    return within(rootUnitId).stream()
        .filter(outlet -> outlet.active() && channels.contains(outlet.channel()))
        .toList();
  }
}
