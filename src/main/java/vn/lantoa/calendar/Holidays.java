package vn.lantoa.calendar;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lantoa.common.YamlNode;

/// The public holidays: `config/holidays.yaml`.
///
/// @param yearly on the same day of each year
/// @param dated by day: those of the lunar calendar, and days off that were announced for one year
record Holidays(List<Yearly> yearly, Map<LocalDate, String> dated) {

  /// Longer would be a slip of the pen, and would silence a channel for a season.
  private static final int LONGEST_DAYS = 14;

  /// @param since the first year it is kept
  record Yearly(String name, MonthDay day, int since) {

    boolean isOn(LocalDate date) {
      return date.getYear() >= since && MonthDay.from(date).equals(day);
    }
  }

  Optional<String> on(LocalDate date) {
    return Optional.ofNullable(dated.get(date))
        .or(() -> yearly.stream().filter(day -> day.isOn(date)).map(Yearly::name).findFirst());
  }

  /// @throws vn.lantoa.common.FaultyFile naming file and line
  static Holidays read(Path file) {
    var root = YamlNode.read(file);
    root.fields(Set.of("yearly", "dated"));
    var dated = new HashMap<LocalDate, String>();
    root.field("dated").items().forEach(node -> addDays(node, dated));
    return new Holidays(
        root.field("yearly").items().stream().map(Holidays::yearly).toList(), Map.copyOf(dated));
  }

  private static Yearly yearly(YamlNode node) {
    node.fields(Set.of("name", "day", "since", "source", "confirmed"));
    requireProof(node);
    return new Yearly(
        node.field("name").text(),
        node.field("day").as(day -> MonthDay.parse("--" + day)),
        node.fields().containsKey("since") ? node.field("since").as(Integer::parseInt) : 0);
  }

  private static void addDays(YamlNode node, Map<LocalDate, String> dated) {
    node.fields(Set.of("name", "from", "to", "source", "confirmed"));
    requireProof(node);
    var name = node.field("name").text();
    var from = node.field("from").as(LocalDate::parse);
    var to = node.fields().containsKey("to") ? node.field("to").as(LocalDate::parse) : from;
    if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_DAYS))) {
      throw node.field("to").fault("config.bad-value", to.toString());
    }
    from.datesUntil(to.plusDays(1))
        .forEach(day -> {
          if (dated.put(day, name) != null) {
            throw node.fault("config.day-twice", day.toString());
          }
        });
  }

  /// Every entry says where it comes from and whether it was announced: the person who corrects it
  /// in December must be able to tell a rule from a guess.
  private static void requireProof(YamlNode node) {
    node.field("source").text();
    node.field("confirmed").yesOrNo();
  }
}
