package vn.lantoa.console.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountdownTest {

  @ParameterizedTest
  @CsvSource({
    "2027-10-09, 2027-10-10, 1",
    "2027-10-10, 2027-10-10, 0",
    "2027-10-11, 2028-10-10, 365",
    "2026-11-28, 2027-10-10, 316",
  })
  void leadsToTheNextTenthOfOctober(LocalDate today, LocalDate day, long days) {
    assertThat(Countdown.from(today)).isEqualTo(new Countdown(day, days));
  }
}
