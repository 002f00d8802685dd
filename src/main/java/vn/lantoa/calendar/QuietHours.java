package vn.lantoa.calendar;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import vn.lantoa.common.Channel;
import vn.lantoa.common.TimeWindow;
import vn.lantoa.common.YamlNode;

/// When each channel may send: `config/quiet-hours.yaml`.
///
/// @param others the rule of the channels that have none of their own
record QuietHours(Map<Channel, Rule> channels, Rule others) {

  /// @param window on each of the days; may run over midnight into the day after
  /// @param days on which a window opens
  /// @param waitsOnHolidays whether public holidays are left out
  record Rule(TimeWindow window, Set<DayOfWeek> days, boolean waitsOnHolidays) {

    boolean allowsAlways() {
      return !waitsOnHolidays
          && window.from().equals(window.to())
          && days.size() == DayOfWeek.values().length;
    }
  }

  Rule of(Channel channel) {
    return channels.getOrDefault(channel, others);
  }

  /// @throws vn.lantoa.common.FaultyFile naming file and line
  static QuietHours read(Path file) {
    var root = YamlNode.read(file);
    root.fields(Set.of("channels", "others"));
    var channels = new HashMap<Channel, Rule>();
    root.field("channels")
        .fields()
        .forEach((key, node) -> {
          try {
            channels.put(new Channel(key), rule(node));
          } catch (IllegalArgumentException _) {
            throw node.fault("config.bad-value", key);
          }
        });
    return new QuietHours(Map.copyOf(channels), rule(root.field("others")));
  }

  private static Rule rule(YamlNode node) {
    node.fields(Set.of("window", "days", "holidays"));
    return new Rule(
        node.field("window").as(QuietHours::window),
        node.field("days").as(QuietHours::days),
        node.field("holidays").as(QuietHours::waits));
  }

  /// `always`, or `07:00-22:00`.
  private static TimeWindow window(String text) {
    if (text.equals("always")) {
      return new TimeWindow(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }
    var times = text.split("-", -1);
    if (times.length != 2) {
      throw new IllegalArgumentException(text);
    }
    return new TimeWindow(LocalTime.parse(times[0].strip()), end(times[1].strip()));
  }

  private static LocalTime end(String text) {
    return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
  }

  /// `mon-sun`, `mon-fri`, or single days: `mon, wed, fri`.
  private static Set<DayOfWeek> days(String text) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var part : text.split(",", -1)) {
      var ends = part.strip().split("-", -1);
      var first = day(ends[0]);
      var last = day(ends[ends.length - 1]);
      if (ends.length > 2 || first.compareTo(last) > 0) {
        throw new IllegalArgumentException(part);
      }
      days.addAll(EnumSet.range(first, last));
    }
    return Set.copyOf(days);
  }

  private static DayOfWeek day(String text) {
    return switch (text.strip()) {
      case "mon" -> DayOfWeek.MONDAY;
      case "tue" -> DayOfWeek.TUESDAY;
      case "wed" -> DayOfWeek.WEDNESDAY;
      case "thu" -> DayOfWeek.THURSDAY;
      case "fri" -> DayOfWeek.FRIDAY;
      case "sat" -> DayOfWeek.SATURDAY;
      case "sun" -> DayOfWeek.SUNDAY;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static boolean waits(String text) {
    return switch (text) {
      case "send" -> false;
      case "wait" -> true;
      default -> throw new IllegalArgumentException(text);
    };
  }
}
