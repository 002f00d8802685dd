package vn.lantoa.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;

class QuietCalendarTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource({
    // wanted, allowed
    "2026-10-10T07:00, 2026-10-10T07:00",
    "2026-10-10T21:59:59, 2026-10-10T21:59:59",
    "2026-10-10T22:00, 2026-10-11T07:00",
    "2026-10-10T06:59:59, 2026-10-10T07:00",
    "2026-10-10T00:00, 2026-10-10T07:00",
    "2026-12-31T23:30, 2027-01-01T07:00",
  })
  void keepsTheQuietHoursOfTheProject(LocalDateTime wanted, LocalDateTime allowed) {
    var calendar = calendarOfTheProject();

    assertThat(next(calendar, Channel.SMS, wanted)).isEqualTo(allowed);
    assertThat(next(calendar, Channel.EMAIL, wanted)).isEqualTo(wanted);
    assertThat(next(calendar, new Channel("loa-phuong"), wanted)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T09:00, 2026-11-20T09:00", // Friday
    "2026-11-20T17:00, 2026-11-23T08:00",
    "2026-11-21T09:00, 2026-11-23T08:00",
    "2026-11-23T18:00, 2026-11-25T08:00", // 24/11 is a holiday from 2026 on
    "2025-11-24T09:00, 2025-11-24T09:00",
    "2027-02-04T18:00, 2027-02-10T08:00", // Tết
  })
  void waitsForAWorkingDay(LocalDateTime wanted, LocalDateTime allowed) throws Exception {
    var calendar = calendar("window: \"08:00-17:00\", days: mon-fri, holidays: wait");

    assertThat(next(calendar, Channel.SMS, wanted)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-19T23:00, 2026-11-19T23:00", // Thursday night
    "2026-11-20T05:59:59, 2026-11-20T05:59:59",
    "2026-11-20T06:00, 2026-11-20T20:00",
    "2026-11-21T05:00, 2026-11-21T05:00", // Friday's window reaches into Saturday
    "2026-11-21T06:00, 2026-11-23T20:00",
    "2026-11-23T23:59:59, 2026-11-23T23:59:59",
    "2026-11-24T00:00, 2026-11-25T20:00", // and stops where a holiday begins
    "2026-11-25T01:00, 2026-11-25T20:00",
  })
  void runsOverMidnight(LocalDateTime wanted, LocalDateTime allowed) throws Exception {
    var calendar = calendar("window: \"20:00-06:00\", days: mon-fri, holidays: wait");

    assertThat(next(calendar, Channel.SMS, wanted)).isEqualTo(allowed);
  }

  @Test
  void waitsAWholeDayWhenTheWindowIsTheWholeDay() throws Exception {
    var calendar = calendar("window: always, days: mon-sun, holidays: wait");

    assertThat(next(calendar, Channel.SMS, LocalDateTime.parse("2026-11-24T10:00")))
        .isEqualTo("2026-11-25T00:00");
    assertThat(next(calendar, Channel.SMS, LocalDateTime.parse("2026-11-23T23:59")))
        .isEqualTo("2026-11-23T23:59");
  }

  @Test
  void takesMidnightAsAnEnd() throws Exception {
    var calendar = calendar("window: \"18:00-24:00\", days: mon-sun, holidays: send");

    assertThat(next(calendar, Channel.SMS, LocalDateTime.parse("2026-11-23T23:59")))
        .isEqualTo("2026-11-23T23:59");
    assertThat(next(calendar, Channel.SMS, LocalDateTime.parse("2026-11-24T00:00")))
        .isEqualTo("2026-11-24T18:00");
  }

  @Test
  void opensAtTheJumpWhenTheHourIsSkipped() throws Exception {
    var calendar = calendar("window: \"02:30-05:00\", days: mon-sun, holidays: send");

    // On 28/3/2027 clocks in Berlin jump from 2:00 to 3:00.
    var next = calendar.nextAllowed(Channel.SMS, Instant.parse("2027-03-28T00:30:00Z"), BERLIN);

    assertThat(next).isEqualTo("2027-03-28T01:00:00Z");
  }

  @Test
  void keepsEveryClockOnTheWallWhenTheHourComesTwice() throws Exception {
    var opens = calendar("window: \"02:30-05:00\", days: mon-sun, holidays: send");
    var closes = calendar("window: \"01:00-02:30\", days: mon-sun, holidays: send");

    // On 31/10/2027 clocks in Berlin go from 3:00 back to 2:00: 2:30 is at 00:30 and at 01:30 UTC.
    assertThat(opens.nextAllowed(Channel.SMS, Instant.parse("2027-10-30T23:30:00Z"), BERLIN))
        .isEqualTo("2027-10-31T01:30:00Z");
    assertThat(closes.nextAllowed(Channel.SMS, Instant.parse("2027-10-31T00:30:00Z"), BERLIN))
        .isEqualTo("2027-11-01T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Asia/Ho_Chi_Minh", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"})
  void neverAllowsAForbiddenTime(String zoneId) throws Exception {
    var zone = ZoneId.of(zoneId);
    var random = new Random(20261010);
    for (var window : new String[] {"07:00-22:00", "01:30-02:30", "22:15-02:15"}) {
      var rules = "window: \"%s\", days: \"mon, tue, thu-sat\", holidays: wait".formatted(window);
      var calendar = calendar(rules);
      var rule = QuietHours.read(dir.resolve("quiet-hours.yaml")).of(Channel.SMS);
      for (int i = 0; i < 500; i++) {
        var wanted =
            Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * random.nextInt(525_600));

        var next = calendar.nextAllowed(Channel.SMS, wanted, zone);

        assertThat(next).isAfterOrEqualTo(wanted);
        assertThat(isAllowed(calendar, rule, next, zone)).isTrue();
        assertThat(calendar.nextAllowed(Channel.SMS, next, zone)).isEqualTo(next);
      }
    }
  }

  @Test
  void neverPassesAnAllowedMinute() throws Exception {
    var random = new Random(20261010);
    for (var window : new String[] {"07:00-22:00", "22:15-02:15"}) {
      var calendar = calendar("window: \"%s\", days: mon-sat, holidays: wait".formatted(window));
      var rule = QuietHours.read(dir.resolve("quiet-hours.yaml")).of(Channel.SMS);
      for (int i = 0; i < 100; i++) {
        var wanted =
            Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * random.nextInt(525_600));

        var next = calendar.nextAllowed(Channel.SMS, wanted, Zones.VIETNAM);

        for (var minute = wanted; minute.isBefore(next); minute = minute.plusSeconds(60)) {
          assertThat(isAllowed(calendar, rule, minute, Zones.VIETNAM)).isFalse();
        }
      }
    }
  }

  @Test
  void knowsTheHolidays() {
    var calendar = calendarOfTheProject();

    assertThat(calendar.holiday(LocalDate.of(2027, 2, 6))).contains("Tết Nguyên đán");
    assertThat(calendar.holiday(LocalDate.of(2030, 2, 2))).contains("Tết Nguyên đán");
    assertThat(calendar.holiday(LocalDate.of(2026, 4, 26))).contains("Giỗ Tổ Hùng Vương");
    assertThat(calendar.holiday(LocalDate.of(2099, 9, 2))).contains("Quốc khánh");
    assertThat(calendar.holiday(LocalDate.of(2025, 11, 24))).isEmpty();
    assertThat(calendar.holiday(LocalDate.of(2026, 10, 10))).isEmpty();
  }

  /// The plain meaning of the rule on the wall clock, without any search.
  private static boolean isAllowed(
      QuietCalendar calendar, QuietHours.Rule rule, Instant instant, ZoneId zone) {
    var wall = instant.atZone(zone).toLocalDateTime();
    var window = rule.window();
    boolean overMidnight = window.to().isBefore(window.from());
    boolean ofYesterday = overMidnight && wall.toLocalTime().isBefore(window.to());
    var opened = ofYesterday ? wall.toLocalDate().minusDays(1) : wall.toLocalDate();
    return window.contains(wall.toLocalTime())
        && rule.days().contains(opened.getDayOfWeek())
        && calendar.holiday(opened).isEmpty()
        && calendar.holiday(wall.toLocalDate()).isEmpty();
  }

  private static LocalDateTime next(QuietCalendar calendar, Channel channel, LocalDateTime wanted) {
    var zone = Zones.VIETNAM;
    return LocalDateTime.ofInstant(
        calendar.nextAllowed(channel, wanted.atZone(zone).toInstant(), zone), zone);
  }

  private static QuietCalendar calendarOfTheProject() {
    return new QuietCalendar(
        QuietHours.read(Path.of("config/quiet-hours.yaml")),
        Holidays.read(Path.of("config/holidays.yaml")));
  }

  private QuietCalendar calendar(String rule) throws Exception {
    var file = dir.resolve("quiet-hours.yaml");
    Files.writeString(file, "channels: {}\nothers: {" + rule + "}\n");
    return new QuietCalendar(QuietHours.read(file), Holidays.read(Path.of("config/holidays.yaml")));
  }
}
