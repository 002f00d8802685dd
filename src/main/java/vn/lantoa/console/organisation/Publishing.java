package vn.lantoa.console.organisation;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lantoa.broadcast.Station;
import vn.lantoa.broadcast.Stations;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.ChannelSettings.Target;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.org.Outlet;
import vn.lantoa.org.OutletAddress;
import vn.lantoa.org.Outlets;

/// Where a unit itself publishes: its pages and columns, its stations. Both are kept under a name
/// that is unique everywhere, so nobody may take over the one of another unit by typing its name.
@Component
class Publishing {

  private final Outlets outlets;
  private final Stations stations;
  private final Channels channels;
  private final Audited audited;

  Publishing(Outlets outlets, Stations stations, Channels channels, Audited audited) {
    this.outlets = outlets;
    this.stations = stations;
    this.channels = channels;
    this.audited = audited;
  }

  /// Those of the unit itself.
  List<Outlet> outlets(long unitId) {
    return outlets.within(unitId).stream().filter(outlet -> outlet.unitId() == unitId).toList();
  }

  /// Those of the unit itself.
  List<Station> stations(long unitId) {
    return stations.within(unitId).stream().filter(station -> station.unitId() == unitId).toList();
  }

  List<Channel> outletChannels() {
    return channels.all().stream()
        .filter(channel -> channels.of(channel).target() == Target.OUTLET)
        .toList();
  }

  /// @throws Refusal `outlet.incomplete`, `outlet.address-wrong`, `outlet.taken`
  void putOutlet(long unitId, String channelKey, String address, String name, Actor actor) {
    var channel = Channels.among(outletChannels(), channelKey);
    if (address.isEmpty() || name.isEmpty()) {
      throw new Refusal("outlet.incomplete");
    }
    OutletAddress.check(channel, address);
    audited.act(
        actor,
        "outlet.put",
        "unit:" + unitId,
        channel.key() + " " + address,
        () -> outlets.put(unitId, channel, address, name));
  }

  /// @throws Refusal `station.taken`
  void putStation(long unitId, StationForm form, Actor actor) {
    audited.act(
        actor,
        "station.put",
        "unit:" + unitId,
        form.name(),
        () ->
            stations.put(
                unitId,
                form.kind(),
                form.name(),
                form.email(),
                form.syllablesPerMinute(),
                form.slots()));
  }
}
