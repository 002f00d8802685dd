package vn.lantoa.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Which days have begun, by the clock all nodes share.
public interface Days {

  /// Where days begin: Việt Nam, and the zones of the settings.
  List<ZoneId> zones();

  /// Begins one day of the zone and publishes [DayBegan]: the one after the last that began, or
  /// today when none ever has.
  ///
  /// @return which; empty: none has come, another node is at it, or it failed ([#failed])
  Optional<LocalDate> beginNext(ZoneId zone);

  /// When the next day of the zone begins.
  Instant nextBeginning(ZoneId zone);

  /// Days that have come and could not begin.
  List<Failed> failed();

  /// The last days that began, in zones where by the clock as it is now they have not come: it was
  /// wrong once, and until they come no day begins there.
  List<DayBegan> ahead();

  /// @param since of the first try
  /// @param why in the words of what failed
  record Failed(ZoneId zone, LocalDate day, Instant since, int tries, String why) {}
}
