package vn.lantoa.console.campaign;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.lantoa.audience.Segment;
import vn.lantoa.campaign.CampaignDraft.WaveDraft;
import vn.lantoa.campaign.Timing;
import vn.lantoa.campaign.Wave;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;

/// One wave as it stands in the form: the words typed, also the wrong ones, so that nothing is lost
/// when the page comes back.
///
/// @param unit the top of the subtree it goes to
/// @param cron only for [When#CUSTOM]: a rhythm this form cannot express, kept as it is
public record WaveForm(
    String item,
    String unit,
    Set<String> audiences,
    Set<String> channels,
    When when,
    String date,
    String time,
    Set<String> weekdays,
    String day,
    String month,
    String cron,
    String catchUpHours,
    String deadlineHours) {

  private static final Pattern WEEKLY = Pattern.compile("0 (\\d+) (\\d+) \\* \\* ([A-Z,]+)");
  private static final Pattern YEARLY = Pattern.compile("0 (\\d+) (\\d+) (\\d+) (\\d+) \\*");

  /// How the officer says when.
  public enum When {
    NOW,
    ONCE,
    WEEKLY,
    YEARLY,
    CUSTOM
  }

  /// A wave nobody has touched yet: everyone of the unit, every channel, tomorrow at half past
  /// eight.
  static WaveForm fresh(long unitId, List<Channel> channels, LocalDate today) {
    return new WaveForm(
        "",
        Long.toString(unitId),
        Set.of(),
        channels.stream().map(Channel::key).collect(Collectors.toCollection(LinkedHashSet::new)),
        When.ONCE,
        today.plusDays(1).toString(),
        "08:30",
        Set.of(DayOfWeek.MONDAY.name()),
        "10",
        "10",
        "",
        "2",
        "72");
  }

  WaveForm saying(String itemId) {
    return new WaveForm(
        itemId,
        unit,
        audiences,
        channels,
        when,
        date,
        time,
        weekdays,
        day,
        month,
        cron,
        catchUpHours,
        deadlineHours);
  }

  static WaveForm read(MultiValueMap<String, String> fields, int index) {
    var prefix = "w" + index + ".";
    return new WaveForm(
        one(fields, prefix + "item"),
        one(fields, prefix + "unit"),
        many(fields, prefix + "audiences"),
        many(fields, prefix + "channels"),
        whenOf(one(fields, prefix + "when")),
        one(fields, prefix + "date"),
        one(fields, prefix + "time"),
        many(fields, prefix + "weekdays"),
        one(fields, prefix + "day"),
        one(fields, prefix + "month"),
        one(fields, prefix + "cron"),
        one(fields, prefix + "catchUp"),
        one(fields, prefix + "deadline"));
  }

  static WaveForm of(Wave wave) {
    var start = wave.timing().start();
    var form =
        new WaveForm(
            wave.itemId(),
            Long.toString(wave.segment().unitId()),
            new TreeSet<>(wave.segment().audiences()),
            wave.channels().stream()
                .map(Channel::key)
                .collect(Collectors.toCollection(LinkedHashSet::new)),
            When.ONCE,
            start.toLocalDate().toString(),
            start.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
            Set.of(DayOfWeek.MONDAY.name()),
            "10",
            "10",
            "",
            Long.toString(wave.catchUp().toHours()),
            Long.toString(wave.deadline().toHours()));
    return wave.timing().cron() == null ? form : form.repeating(wave.timing().cron());
  }

  private WaveForm repeating(String expression) {
    var weekly = WEEKLY.matcher(expression);
    if (weekly.matches()) {
      var days =
          Arrays.stream(DayOfWeek.values())
              .filter(day -> List.of(weekly.group(3).split(",")).contains(shortOf(day)))
              .map(DayOfWeek::name)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      return with(When.WEEKLY, clock(weekly.group(2), weekly.group(1)), days, day, month, "");
    }
    var yearly = YEARLY.matcher(expression);
    if (yearly.matches()) {
      return with(
          When.YEARLY,
          clock(yearly.group(2), yearly.group(1)),
          weekdays,
          yearly.group(3),
          yearly.group(4),
          "");
    }
    return with(When.CUSTOM, time, weekdays, day, month, expression);
  }

  private WaveForm with(
      When newWhen,
      String newTime,
      Set<String> newWeekdays,
      String newDay,
      String newMonth,
      String newCron) {
    return new WaveForm(
        item,
        unit,
        audiences,
        channels,
        newWhen,
        date,
        newTime,
        newWeekdays,
        newDay,
        newMonth,
        newCron,
        catchUpHours,
        deadlineHours);
  }

  /// What is missing or cannot be read, as keys of the messages (`form.wave.<key>`); empty:
  /// [#toDraft] works.
  List<String> problems() {
    var found = new java.util.ArrayList<String>();
    if (item.isBlank()) {
      found.add("item");
    }
    if (number(unit) == null) {
      found.add("unit");
    }
    if (channels.isEmpty()) {
      found.add("channels");
    }
    switch (when) {
      case NOW, CUSTOM -> {}
      case ONCE -> {
        if (dateOrNull() == null) {
          found.add("date");
        }
      }
      case WEEKLY -> {
        if (weekdays.isEmpty()) {
          found.add("weekdays");
        }
      }
      case YEARLY -> {
        if (dayOfYear() == null) {
          found.add("day-of-year");
        }
      }
    }
    if (when != When.NOW && when != When.CUSTOM && timeOrNull() == null) {
      found.add("time");
    }
    if (hours(catchUpHours, 0, 24 * 14) == null) {
      found.add("catch-up");
    }
    if (hours(deadlineHours, 1, 24 * 30) == null) {
      found.add("deadline");
    }
    return List.copyOf(found);
  }

  /// Who it goes to, as far as it can be told; null while no unit is chosen.
  @Nullable Segment segment() {
    var unitId = number(unit);
    return unitId == null ? null : new Segment(unitId, audiences);
  }

  /// @throws IllegalStateException while [#problems] is not empty
  WaveDraft toDraft(LocalDateTime now) {
    var segment = segment();
    var catchUp = hours(catchUpHours, 0, 24 * 14);
    var deadline = hours(deadlineHours, 1, 24 * 30);
    if (!problems().isEmpty() || segment == null || catchUp == null || deadline == null) {
      throw new IllegalStateException("The form is not complete: " + problems());
    }
    return new WaveDraft(
        item,
        segment,
        channels.stream().map(Channel::new).toList(),
        timing(now),
        catchUp,
        deadline);
  }

  private Timing timing(LocalDateTime now) {
    var from = dateOrNull();
    var at = timeOrNull();
    var begin = from == null ? now.toLocalDate().atStartOfDay() : from.atStartOfDay();
    return switch (when) {
      case NOW -> Timing.once(now.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1), Zones.VIETNAM);
      case ONCE -> Timing.once(begin.with(java.util.Objects.requireNonNull(at)), Zones.VIETNAM);
      case WEEKLY ->
          new Timing(
              begin,
              Zones.VIETNAM,
              "0 %d %d * * %s".formatted(minute(at), hour(at), weekdayList()));
      case YEARLY ->
          new Timing(
              now.toLocalDate().atStartOfDay(),
              Zones.VIETNAM,
              "0 %d %d %s %s *".formatted(minute(at), hour(at), number(day), number(month)));
      case CUSTOM -> new Timing(begin, Zones.VIETNAM, cron);
    };
  }

  private String weekdayList() {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> weekdays.contains(day.name()))
        .map(WaveForm::shortOf)
        .collect(Collectors.joining(","));
  }

  private @Nullable LocalDate dateOrNull() {
    try {
      return LocalDate.parse(date);
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
    var d = number(day);
    var m = number(month);
    try {
      return d == null || m == null ? null : MonthDay.of(m.intValue(), d.intValue());
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static int hour(@Nullable LocalTime at) {
    return at == null ? 0 : at.getHour();
  }

  private static int minute(@Nullable LocalTime at) {
    return at == null ? 0 : at.getMinute();
  }

  private static String clock(String hour, String minute) {
    return "%02d:%02d".formatted(Integer.parseInt(hour), Integer.parseInt(minute));
  }

  private static String shortOf(DayOfWeek day) {
    return day.name().substring(0, 3);
  }

  private static @Nullable Long number(String text) {
    try {
      return Long.valueOf(text.strip());
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private static @Nullable Duration hours(String text, long least, long most) {
    var hours = number(text);
    return hours == null || hours < least || hours > most ? null : Duration.ofHours(hours);
  }

  private static When whenOf(String text) {
    return Arrays.stream(When.values())
        .filter(when -> when.name().equals(text))
        .findFirst()
        .orElse(When.ONCE);
  }

  private static String one(MultiValueMap<String, String> fields, String name) {
    var value = fields.getFirst(name);
    return value == null ? "" : value.strip();
  }

  private static Set<String> many(MultiValueMap<String, String> fields, String name) {
    return new LinkedHashSet<>(fields.getOrDefault(name, List.of()));
  }
}
