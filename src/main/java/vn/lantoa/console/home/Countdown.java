package vn.lantoa.console.home;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;

/// How long it is to the next National Digital Transformation Day, 10 October (decision 505/QĐ-TTg
/// of 22/4/2022): the day the year of a communication officer leads to.
///
/// @param days 0: it is today
public record Countdown(LocalDate day, long days) {

  private static final MonthDay NATIONAL_DAY = MonthDay.of(10, 10);

  static Countdown from(LocalDate today) {
    var thisYear = NATIONAL_DAY.atYear(today.getYear());
    var next = thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear;
    return new Countdown(next, ChronoUnit.DAYS.between(today, next));
  }
}
