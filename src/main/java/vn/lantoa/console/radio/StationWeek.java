package vn.lantoa.console.radio;

import java.util.Optional;
import vn.lantoa.broadcast.BroadcastScript;
import vn.lantoa.broadcast.Station;

/// How one station stands in a week.
public record StationWeek(Station station, Optional<BroadcastScript> script) {

  public int items() {
    return script.map(found -> found.items().size()).orElse(0);
  }

  public long aired() {
    return script.stream()
        .flatMap(found -> found.items().stream())
        .filter(item -> item.airedAt() != null)
        .count();
  }
}
