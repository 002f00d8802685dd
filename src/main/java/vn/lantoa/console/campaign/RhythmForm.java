package vn.lantoa.console.campaign;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Day;
import vn.lantoa.common.Zones;
import vn.lantoa.console.frame.FormFields;

/// When a wave goes out, as it stands in the form: the words typed, also the wrong ones.
///
/// @param cron only for [Rhythm#CUSTOM]: a rhythm this form cannot express, kept as it is
public record RhythmForm(
    Rhythm rhythm,
    String date,
    String time,
    Set<String> weekdays,
    String day,
    String month,
    String cron) {

  private static final Pattern WEEKLY = Pattern.compile("0 (\\d+) (\\d+) \\* \\* ([A-Z,]+)");
  private static final Pattern YEARLY = Pattern.compile("0 (\\d+) (\\d+) (\\d+) (\\d+) \\*");
  private static final Set<String> MONDAY = Set.of(DayOfWeek.MONDAY.name());

  /// How the officer says when.
  public enum Rhythm {
    NOW,
    ONCE,
    WEEKLY,
    YEARLY,
    CUSTOM;

    static Rhythm of(String text) {
      return Arrays.stream(values())
          .filter(rhythm -> rhythm.name().equals(text))
          .findFirst()
          .orElse(ONCE);
    }
  }

  /// What nobody has touched yet: once, at half past eight. Fields of other rhythms are filled,
  /// too, for whoever chooses one of them.
  static RhythmForm once(LocalDate date, String time) {
    return new RhythmForm(Rhythm.ONCE, date.toString(), time, MONDAY, "10", "10", "");
  }

  static RhythmForm read(FormFields fields) {
    return new RhythmForm(
        Rhythm.of(fields.text("when")),
        fields.text("date"),
        fields.text("time"),
        fields.texts("weekdays"),
        fields.text("day"),
        fields.text("month"),
        fields.text("cron"));
  }

  static RhythmForm of(Timing timing) {
    var start = timing.start();
    if (start == null) {
      return new RhythmForm(Rhythm.NOW, "", "08:30", MONDAY, "10", "10", "");
    }
    var once =
        once(start.toLocalDate(), start.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
    return timing.cron() == null ? once : once.repeating(timing.cron());
  }

  RhythmForm undated() {
    return new RhythmForm(rhythm, "", time, weekdays, day, month, cron);
  }

  private RhythmForm repeating(String expression) {
    var weekly = WEEKLY.matcher(expression);
    if (weekly.matches()) {
      var shorts = List.of(weekly.group(3).split(","));
      var days =
          Arrays.stream(DayOfWeek.values())
              .filter(weekday -> shorts.contains(shortOf(weekday)))
              .map(DayOfWeek::name)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      var at = clock(weekly.group(2), weekly.group(1));
      return new RhythmForm(Rhythm.WEEKLY, date, at, days, day, month, "");
    }
    var yearly = YEARLY.matcher(expression);
    if (yearly.matches()) {
      var at = clock(yearly.group(2), yearly.group(1));
      return new RhythmForm(
          Rhythm.YEARLY, date, at, weekdays, yearly.group(3), yearly.group(4), "");
    }
    return new RhythmForm(Rhythm.CUSTOM, date, time, weekdays, day, month, expression);
  }

  /// What is missing or cannot be read, as keys of the messages (`form.missing.<key>`).
  List<String> problems() {
    var found = new ArrayList<String>();
    if (rhythm == Rhythm.ONCE && dateOrNull() == null) {
      found.add("date");
    }
    if (rhythm == Rhythm.WEEKLY && weekdays.isEmpty()) {
      found.add("weekdays");
    }
    if (rhythm == Rhythm.YEARLY && dayOfYear() == null) {
      found.add("day-of-year");
    }
    if (rhythm != Rhythm.NOW && rhythm != Rhythm.CUSTOM && timeOrNull() == null) {
      found.add("time");
    }
    return List.copyOf(found);
  }

  /// Call it while [#problems] is empty.
  Timing timing(LocalDateTime now) {
    var from = dateOrNull();
    var begin = (from == null ? now.toLocalDate() : from).atStartOfDay();
    return switch (rhythm) {
      case NOW -> Timing.atApproval(Zones.VIETNAM);
      case ONCE -> Timing.once(begin.with(at()), Zones.VIETNAM);
      case WEEKLY -> repeats(begin, "* * " + weekdayList());
      case YEARLY -> {
        var on = Objects.requireNonNull(dayOfYear());
        yield repeats(
            now.toLocalDate().atStartOfDay(),
            "%d %d *".formatted(on.getDayOfMonth(), on.getMonthValue()));
      }
      case CUSTOM -> new Timing(begin, Zones.VIETNAM, cron);
    };
  }

  private Timing repeats(LocalDateTime from, String days) {
    return new Timing(
        from, Zones.VIETNAM, "0 %d %d %s".formatted(at().getMinute(), at().getHour(), days));
  }

  private LocalTime at() {
    return Objects.requireNonNull(timeOrNull());
  }

  private String weekdayList() {
    return Arrays.stream(DayOfWeek.values())
        .filter(weekday -> weekdays.contains(weekday.name()))
        .map(RhythmForm::shortOf)
        .collect(Collectors.joining(","));
  }

  private @Nullable LocalDate dateOrNull() {
    try {
      return Day.parse(date);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private @Nullable LocalTime timeOrNull() {
    try {
      return LocalTime.parse(time).truncatedTo(ChronoUnit.MINUTES);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private @Nullable MonthDay dayOfYear() {
    var d = FormFields.numberIn(day);
    var m = FormFields.numberIn(month);
    try {
      return d == null || m == null ? null : MonthDay.of(m.intValue(), d.intValue());
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static String clock(String hour, String minute) {
    return "%02d:%02d".formatted(Integer.parseInt(hour), Integer.parseInt(minute));
  }

  private static String shortOf(DayOfWeek day) {
    return day.name().substring(0, 3);
  }
}
