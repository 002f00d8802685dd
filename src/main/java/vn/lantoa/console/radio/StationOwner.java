package vn.lantoa.console.radio;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.broadcast.Station;
import vn.lantoa.broadcast.Stations;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Owner;

/// A station belongs to the unit that runs it.
@Component
final class StationOwner implements Owner {

  private final Stations stations;

  StationOwner(Stations stations) {
    this.stations = stations;
  }

  @Override
  public Class<?> of() {
    return Station.class;
  }

  @Override
  public Collection<@Nullable Long> unitsOf(String id) {
    return List.of(
        stations
            .find(Owner.number(id))
            .orElseThrow(() -> new Refusal("access.foreign-unit"))
            .unitId());
  }
}
