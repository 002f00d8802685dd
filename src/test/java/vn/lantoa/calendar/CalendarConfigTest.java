package vn.lantoa.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.common.FaultyFile;
import vn.lantoa.common.Finding;

class CalendarConfigTest {

  @TempDir Path dir;

  @Test
  void theFilesOfTheProjectAreRight() {
    assertThat(CalendarConfig.check(Path.of("config"))).isEmpty();
  }

  @Test
  void theTableOfHolidaysCoversElevenYears() {
    var holidays = Holidays.read(Path.of("config/holidays.yaml"));

    var years = new HashSet<Integer>();
    holidays.dated().forEach((day, _) -> years.add(day.getYear()));

    assertThat(years).containsAll(IntStream.rangeClosed(2025, 2035).boxed().toList());
    assertThat(holidays.dated()).hasSize(11 * (5 + 1));
  }

  @Test
  void saysWhichFilesAreMissing() {
    assertThat(CalendarConfig.check(dir))
        .extracting(Finding::key)
        .containsOnly("config.cannot-be-read")
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{window: \"7:00-22:00\", days: mon-sun, holidays: send}  | bad value: 7:00-22:00",
        "{window: \"07:00\", days: mon-sun, holidays: send}       | bad value: 07:00",
        "{window: \"07:00-22:00\", days: sun-mon, holidays: send} | bad value: sun-mon",
        "{window: \"07:00-22:00\", days: monday, holidays: send}  | bad value: monday",
        "{window: \"07:00-22:00\", days: \"\", holidays: send}    | bad value",
        "{window: \"07:00-22:00\", days: mon-sun, holidays: no}   | bad value: no",
        "{window: \"07:00-22:00\", days: mon-sun}                 | missing key: holidays",
        "{window: always, days: mon-sun, holidays: send, x: 1}    | unknown key: x",
        "always                                                   | not a mapping",
      })
  void saysWhatIsWrongWithQuietHours(String rule, String problem) throws Exception {
    var file = dir.resolve("quiet-hours.yaml");
    Files.writeString(file, "channels:\n\n  sms: " + rule + "\nothers: {}\n");

    assertThatThrownBy(() -> QuietHours.read(file))
        .isInstanceOf(FaultyFile.class)
        .hasMessageEndingWith("quiet-hours.yaml:3: " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{name: Tết, from: 2027-02-30, source: x, confirmed: true}                 | bad value: 2027-02-30",
        "{name: Tết, from: 2027-02-05, to: 2027-02-04, source: x, confirmed: true} | bad value: 2027-02-04",
        "{name: Tết, from: 2027-02-05, to: 2027-08-04, source: x, confirmed: true} | bad value: 2027-08-04",
        "{name: Tết, from: 2027-02-05, confirmed: true}                            | missing key: source",
        "{name: Tết, from: 2027-02-05, source: x, confirmed: yes}                  | bad value: yes",
        "{name: Tết, from: 2027-01-01, source: x, confirmed: true}                 | day twice: 2027-01-01",
        "{name: Tết, from: [2027-01-01                                             | no yaml",
      })
  void saysWhatIsWrongWithHolidays(String entry, String problem) throws Exception {
    var file = dir.resolve("holidays.yaml");
    Files.writeString(
        file,
        """
        yearly: []
        dated:
          - {name: A, from: 2027-01-01, source: x, confirmed: true}
          - %s
        """
            .formatted(entry));

    assertThatThrownBy(() -> Holidays.read(file))
        .isInstanceOf(FaultyFile.class)
        .hasMessageContaining("holidays.yaml:")
        .hasMessageContaining(problem);
  }

  @Test
  void knowsWhenSchoolsAreInSession() {
    var years = SchoolYears.read(Path.of("config/school-year.yaml"));

    assertThat(years.inSession(LocalDate.of(2026, 11, 21))).isTrue();
    assertThat(years.inSession(LocalDate.of(2025, 9, 4))).isFalse();
    assertThat(years.inSession(LocalDate.of(2025, 9, 5))).isTrue();
    assertThat(years.inSession(LocalDate.of(2026, 2, 17))).isFalse();
    assertThat(years.inSession(LocalDate.of(2026, 7, 1))).isFalse();
    assertThat(years.on(LocalDate.of(2026, 2, 17)))
        .hasValueSatisfying(year -> assertThat(year.name()).isEqualTo("2025-2026"));
  }
}
