package vn.lantoa.broadcast;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place that reads aloud: a school's loudspeakers, a ward's.
///
/// @param email where its weekly script is sent; null: only the page
/// @param syllablesPerMinute how fast its announcers read
public record Station(
    long id,
    long unitId,
    Kind kind,
    String name,
    @Nullable String email,
    int syllablesPerMinute,
    List<AirSlot> slots) {

  public enum Kind {
    SCHOOL_RADIO,
    WARD_LOUDSPEAKER
  }

  /// A weekly place in the station's programme.
  public record AirSlot(DayOfWeek day, LocalTime time, int minutes) {}
}
