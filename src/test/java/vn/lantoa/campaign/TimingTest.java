package vn.lantoa.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import vn.lantoa.common.Refusal;
import vn.lantoa.common.Zones;

class TimingTest {

  @Test
  void theTenthOfOctoberComesEveryYear() {
    var timing = new Timing(LocalDateTime.of(2026, 1, 1, 0, 0), Zones.VIETNAM, "0 0 8 10 10 *");

    assertThat(timing.firstAtOrAfter(Instant.parse("2026-10-10T01:00:01Z")))
        .contains(Instant.parse("2027-10-10T01:00:00Z"));
    assertThat(timing.firstAtOrAfter(Instant.parse("2026-10-10T01:00:00Z")))
        .contains(Instant.parse("2026-10-10T01:00:00Z"));
  }

  @Test
  void aOneOffFiresOnce() {
    var timing = Timing.once(LocalDateTime.of(2026, 11, 23, 7, 30), Zones.VIETNAM);

    assertThat(timing.firstAtOrAfter(Instant.parse("2026-11-01T00:00:00Z")))
        .contains(Instant.parse("2026-11-23T00:30:00Z"));
    assertThat(timing.firstAtOrAfter(Instant.parse("2026-11-23T00:30:01Z"))).isEmpty();
  }

  @Test
  void theThirtyFirstSkipsShortMonths() {
    var timing = new Timing(LocalDateTime.of(2027, 1, 31, 9, 0), Zones.VIETNAM, "0 0 9 31 * *");

    assertThat(timing.firstAtOrAfter(Instant.parse("2027-02-01T00:00:00Z")))
        .contains(Instant.parse("2027-03-31T02:00:00Z"));
  }

  @Test
  void whereTheClockJumpsAMomentComesOnce() {
    var berlin = ZoneId.of("Europe/Berlin");
    var timing = new Timing(LocalDateTime.of(2027, 3, 1, 0, 0), berlin, "0 30 2 * * *");

    var inTheGap = timing.firstAtOrAfter(Instant.parse("2027-03-27T12:00:00Z")).orElseThrow();
    var next = timing.firstAtOrAfter(inTheGap.plusSeconds(1)).orElseThrow();

    assertThat(inTheGap)
        .isBetween(Instant.parse("2027-03-28T00:30:00Z"), Instant.parse("2027-03-29T00:30:00Z"));
    assertThat(next).isAfter(inTheGap).isBefore(Instant.parse("2027-03-31T00:00:00Z"));
  }

  @Test
  void refusesARecurrenceThatIsNone() {
    assertThatThrownBy(
            () -> new Timing(LocalDateTime.of(2027, 1, 1, 0, 0), Zones.VIETNAM, "every monday"))
        .isInstanceOf(Refusal.class);
  }
}
