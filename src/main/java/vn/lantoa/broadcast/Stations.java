package vn.lantoa.broadcast;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lantoa.broadcast.Station.AirSlot;

/// All stations.
public interface Stations {

  /// Adds it, or changes the one with this name.
  ///
  /// @throws vn.lantoa.common.Refusal `station.taken`: it belongs to another unit
  Station put(
      long unitId,
      Station.Kind kind,
      String name,
      @Nullable String email,
      int syllablesPerMinute,
      List<AirSlot> slots);

  Optional<Station> find(long id);

  /// The stations of the unit and of everything below it, by name.
  List<Station> within(long rootUnitId);
}
