package vn.lantoa.calendar;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lantoa.common.Zones;

/// @param quietHours when each channel may send
/// @param holidays public holidays, computed and announced
/// @param schoolYear school years and their breaks
/// @param zones where days begin; Việt Nam is always among them
@ConfigurationProperties("lantoa.calendar")
record CalendarSettings(
    @DefaultValue("config/quiet-hours.yaml") Path quietHours,
    @DefaultValue("config/holidays.yaml") Path holidays,
    @DefaultValue("config/school-year.yaml") Path schoolYear,
    @DefaultValue List<ZoneId> zones) {

  CalendarSettings {
    zones = Stream.concat(Stream.of(Zones.VIETNAM), zones.stream()).distinct().toList();
  }
}
