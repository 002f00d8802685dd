package vn.lantoa.calendar;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lantoa.common.YamlNode;

/// The school years that are known: `config/school-year.yaml`. Schools broadcast while they are in
/// session; nobody should be reproached for the silence of July.
public final class SchoolYears {

  private final List<SchoolYear> years;

  SchoolYears(List<SchoolYear> years) {
    this.years = List.copyOf(years);
  }

  /// One school year.
  ///
  /// @param name such as `2026-2027`
  /// @param opens the day of the opening ceremony
  /// @param ends the last day it may end
  /// @param confirmed false: taken over from the year before until the ministry has spoken
  public record SchoolYear(
      String name, LocalDate opens, LocalDate ends, boolean confirmed, List<Break> breaks) {

    boolean includes(LocalDate day) {
      return !day.isBefore(opens) && !day.isAfter(ends);
    }
  }

  /// Days within the school year without lessons, both ends included.
  public record Break(String name, LocalDate from, LocalDate to) {

    boolean includes(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  /// The school year of that day; empty in summer and in years that are not in the file.
  public Optional<SchoolYear> on(LocalDate day) {
    return years.stream().filter(year -> year.includes(day)).findFirst();
  }

  /// Whether schools are in session in that part of the year. Weekends count: this says nothing on
  /// single days.
  public boolean inSession(LocalDate day) {
    return on(day)
        .filter(year -> year.breaks.stream().noneMatch(pause -> pause.includes(day)))
        .isPresent();
  }

  /// Why there are no lessons on that day: a break, or the summer after a known school year, whose
  /// name is empty. Empty: there are lessons, or nothing is known of that time.
  public Optional<Break> closedOn(LocalDate day) {
    var within = on(day);
    if (within.isPresent()) {
      return within.get().breaks.stream().filter(pause -> pause.includes(day)).findFirst();
    }
    return years.stream().map(this::summerAfter).filter(summer -> summer.includes(day)).findFirst();
  }

  /// Until the next school year opens; while that is not known, until as late as this one did.
  private Break summerAfter(SchoolYear year) {
    var next =
        years.stream()
            .map(SchoolYear::opens)
            .filter(opens -> opens.isAfter(year.ends))
            .min(Comparator.naturalOrder())
            .orElseGet(() -> year.opens.plusYears(1));
    return new Break("", year.ends.plusDays(1), next.minusDays(1));
  }

  /// @throws vn.lantoa.common.FaultyFile naming file and line
  static SchoolYears read(Path file) {
    var root = YamlNode.read(file);
    root.fields(Set.of("years"));
    return new SchoolYears(root.field("years").items().stream().map(SchoolYears::year).toList());
  }

  private static SchoolYear year(YamlNode node) {
    node.fields(Set.of("name", "opens", "ends", "source", "confirmed", "breaks"));
    node.field("source").text();
    var year =
        new SchoolYear(
            node.field("name").text(),
            node.field("opens").as(LocalDate::parse),
            node.field("ends").as(LocalDate::parse),
            node.field("confirmed").yesOrNo(),
            node.field("breaks").items().stream().map(SchoolYears::pause).toList());
    if (year.ends.isBefore(year.opens)) {
      throw node.field("ends").fault("config.bad-value", year.ends.toString());
    }
    return year;
  }

  private static Break pause(YamlNode node) {
    node.fields(Set.of("name", "from", "to"));
    var pause =
        new Break(
            node.field("name").text(),
            node.field("from").as(LocalDate::parse),
            node.field("to").as(LocalDate::parse));
    if (pause.to.isBefore(pause.from)) {
      throw node.field("to").fault("config.bad-value", pause.to.toString());
    }
    return pause;
  }
}
