package vn.lantoa.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2027-10-10T00:30:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | PT0S",
        "120 | PT2M",
        "Sun, 10 Oct 2027 00:31:30 GMT | PT1M30S",
        "Sun, 10 Oct 2027 00:29:00 GMT | PT0S",
      })
  void readsSecondsAndMoments(String header, Duration expected) {
    assertThat(RetryAfter.read(header, NOW)).contains(expected);
  }

  @Test
  void waitsADayAtMost() {
    assertThat(RetryAfter.read("999999999", NOW)).contains(Duration.ofDays(1));
    assertThat(RetryAfter.read("Fri, 31 Dec 9999 23:59:59 GMT", NOW)).contains(Duration.ofDays(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "2027-10-10T00:31:30Z", "99999999999999999999"})
  void leavesAloneWhatItCannotRead(String header) {
    assertThat(RetryAfter.read(header, NOW)).isEmpty();
  }
}
