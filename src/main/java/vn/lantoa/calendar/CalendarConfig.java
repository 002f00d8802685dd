package vn.lantoa.calendar;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.common.FaultyFile;
import vn.lantoa.common.Finding;

/// The files this module is configured by: `quiet-hours.yaml`, `holidays.yaml`, `school-year.yaml`.
/// A faulty one stops the start.
@Configuration(proxyBeanMethods = false)
public class CalendarConfig {

  @Bean
  SendCalendar sendCalendar(CalendarSettings settings) {
    return new QuietCalendar(
        QuietHours.read(settings.quietHours()), Holidays.read(settings.holidays()));
  }

  @Bean
  SchoolYears schoolYears(CalendarSettings settings) {
    return SchoolYears.read(settings.schoolYear());
  }

  /// What is wrong with the files, for `lantoa check`.
  ///
  /// @param configDir the directory that holds them
  public static List<Finding> check(Path configDir) {
    var findings = new ArrayList<Finding>();
    for (Runnable reading :
        List.<Runnable>of(
            () -> QuietHours.read(configDir.resolve("quiet-hours.yaml")),
            () -> Holidays.read(configDir.resolve("holidays.yaml")),
            () -> SchoolYears.read(configDir.resolve("school-year.yaml")))) {
      try {
        reading.run();
      } catch (FaultyFile e) {
        findings.add(e.finding());
      }
    }
    return findings;
  }
}
