package vn.lantoa.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    assertThat(moments(timing, "2027-03-26T12:00:00Z", 3))
        .containsExactly(
            Instant.parse("2027-03-27T01:30:00Z"),
            // 3:30 in summer time, since there is no 2:30.
            Instant.parse("2027-03-28T01:30:00Z"),
            Instant.parse("2027-03-29T00:30:00Z"));
    assertThat(timing.firstAtOrAfter(Instant.parse("2027-03-28T01:10:00Z")))
        .contains(Instant.parse("2027-03-28T01:30:00Z"));
  }

  @Test
  void whereTheClockGoesBackAMomentComesOnce() {
    var berlin = ZoneId.of("Europe/Berlin");
    var timing = new Timing(LocalDateTime.of(2027, 3, 1, 0, 0), berlin, "0 30 2 * * *");

    assertThat(moments(timing, "2027-10-30T12:00:00Z", 2))
        .containsExactly(
            Instant.parse("2027-10-31T00:30:00Z"), Instant.parse("2027-11-01T01:30:00Z"));
    assertThat(timing.firstAtOrAfter(Instant.parse("2027-10-31T01:00:00Z")))
        .contains(Instant.parse("2027-11-01T01:30:00Z"));
  }

  @Test
  void aWaveOfEveryQuarterHourCoversTheNightOfTheGapWithoutDoubles() {
    var berlin = ZoneId.of("Europe/Berlin");
    var timing = new Timing(LocalDateTime.of(2027, 3, 1, 0, 0), berlin, "0 */15 * * * *");

    var moments = moments(timing, "2027-03-28T00:30:00Z", 9);

    assertThat(moments).doesNotHaveDuplicates().isSorted();
    assertThat(moments.getLast()).isEqualTo(Instant.parse("2027-03-28T02:30:00Z"));
  }

  private static List<Instant> moments(Timing timing, String from, int number) {
    return Stream.iterate(
            timing.firstAtOrAfter(Instant.parse(from)).orElseThrow(),
            last -> timing.firstAtOrAfter(last.plusSeconds(1)).orElseThrow())
        .limit(number)
        .toList();
  }

  @Test
  void refusesARecurrenceThatIsNone() {
    assertThatThrownBy(
            () -> new Timing(LocalDateTime.of(2027, 1, 1, 0, 0), Zones.VIETNAM, "every monday"))
        .isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* * * * * *",
        "0 * * * * *",
        "0 0/30 * * * *",
        "0 */59 * * * *",
        "0 0,59 * * * *",
        "0 0-1 8 * * *",
        "0,1 0 8 * * MON",
        "*/30 0 8 1 1 *",
        "0-59 59 23 31 12 *",
        "0 0/30 7-8 ? * MON-FRI",
        "0 15,45 7 L * *"
      })
  void twoMomentsWithinAnHourAreTooOftenHoweverTheyAreWritten(String cron) {
    assertThat(everyDay(cron).isTooOften()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0 * * * *",
        "@hourly",
        "59 59 * * * *",
        "0 0 0/2 * * *",
        "0 30 7 * * MON",
        "0 0 8 10 10 *",
        "0 0 8 29 2 *",
        "0 0 0,23 * * *"
      })
  void anHourApartIsNot(String cron) {
    assertThat(everyDay(cron).isTooOften()).isFalse();
    assertThat(Timing.once(LocalDateTime.of(2027, 3, 1, 0, 0), Zones.VIETNAM).isTooOften())
        .isFalse();
    assertThat(Timing.atApproval(Zones.VIETNAM).isTooOften()).isFalse();
  }

  @Test
  void anHourOfWallTimeIsNeverLessWhereClocksAreMoved() {
    var berlin = ZoneId.of("Europe/Berlin");
    for (var month : new int[] {3, 10}) {
      var start = LocalDateTime.of(2027, month, 27, 12, 0);
      assertThat(new Timing(start, berlin, "0 30 * * * *").isTooOften()).isFalse();
    }
  }

  private static Timing everyDay(String cron) {
    return new Timing(LocalDateTime.of(2027, 3, 1, 0, 0), Zones.VIETNAM, cron);
  }
}
