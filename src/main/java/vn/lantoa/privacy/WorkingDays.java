package vn.lantoa.privacy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.SendCalendar;

/// Days on which offices work: Monday to Friday, without public holidays.
@Component
class WorkingDays {

  private final SendCalendar calendar;

  WorkingDays(SendCalendar calendar) {
    this.calendar = calendar;
  }

  /// The day by which so many working days have passed; the first day does not count.
  LocalDate after(LocalDate day, int days) {
    var last = day;
    for (int left = days; left > 0; ) {
      last = last.plusDays(1);
      if (isOne(last)) {
        left--;
      }
    }
    return last;
  }

  private boolean isOne(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && calendar.holiday(day).isEmpty();
  }
}
