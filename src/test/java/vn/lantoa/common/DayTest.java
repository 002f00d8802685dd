package vn.lantoa.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayTest {

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-09", "9/11/2026", "09/11/2026"})
  void isReadAsItIsWritten(String text) {
    assertThat(Day.parse(text)).isEqualTo(LocalDate.of(2026, 11, 9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-999999999-01-01",
        "+999999999-12-31",
        "1/1/+999999999",
        "-2026-01-01",
        "12026-01-01",
        "2026-02-30",
        "30/2/2026",
        "2026-1-1",
        "2026",
        ""
      })
  void isNone(String text) {
    assertThatThrownBy(() -> Day.parse(text)).isInstanceOf(DateTimeException.class);
  }
}
