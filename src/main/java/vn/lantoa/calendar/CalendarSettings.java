package vn.lantoa.calendar;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param quietHours when each channel may send
/// @param holidays public holidays, computed and announced
/// @param schoolYear school years and their breaks
@ConfigurationProperties("lantoa.calendar")
record CalendarSettings(
    @DefaultValue("config/quiet-hours.yaml") Path quietHours,
    @DefaultValue("config/holidays.yaml") Path holidays,
    @DefaultValue("config/school-year.yaml") Path schoolYear) {}
