package vn.lantoa.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lantoa.calendar.SendCalendar;
import vn.lantoa.common.Channel;

class WorkingDaysTest {

  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

  private final WorkingDays days =
      new WorkingDays(
          new SendCalendar() {
            @Override
            public Instant nextAllowed(Channel channel, Instant wanted, ZoneId zone) {
              return wanted;
            }

            @Override
            public Optional<String> holiday(LocalDate day) {
              return day.equals(NEW_YEAR) ? Optional.of("Tết Dương lịch") : Optional.empty();
            }
          });

  @Test
  void weekendsAndHolidaysDoNotCount() {
    // A Wednesday, before an ordinary week's end.
    assertThat(days.after(LocalDate.of(2026, 11, 25), 2)).isEqualTo(LocalDate.of(2026, 11, 27));
    // A Friday.
    assertThat(days.after(LocalDate.of(2026, 11, 27), 2)).isEqualTo(LocalDate.of(2026, 12, 1));
    // The day before New Year's Day, which is a Friday.
    assertThat(days.after(LocalDate.of(2026, 12, 31), 2)).isEqualTo(LocalDate.of(2027, 1, 5));
  }
}
