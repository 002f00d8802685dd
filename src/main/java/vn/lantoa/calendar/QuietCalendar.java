package vn.lantoa.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import vn.lantoa.calendar.QuietHours.Rule;
import vn.lantoa.common.Channel;

/// The calendar made of quiet hours and holidays.
record QuietCalendar(QuietHours quietHours, Holidays holidays) implements SendCalendar {

  /// Longer than any row of days that a file could close.
  private static final int DAYS_SEARCHED = 400;

  /// When a window that opened on one day is open, in real time.
  private record Opening(Instant from, Instant to) {}

  @Override
  public Instant nextAllowed(Channel channel, Instant wanted, ZoneId zone) {
    var rule = quietHours.of(channel);
    if (rule.allowsAlways()) {
      return wanted;
    }
    // From the day before: its window may run over midnight.
    var yesterday = LocalDate.ofInstant(wanted, zone).minusDays(1);
    return yesterday
        .datesUntil(yesterday.plusDays(DAYS_SEARCHED))
        .filter(day -> opensOn(day, rule))
        .map(day -> opening(day, rule, zone))
        .filter(opening -> opening.to.isAfter(wanted) && opening.from.isBefore(opening.to))
        .map(opening -> opening.from.isAfter(wanted) ? opening.from : wanted)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("No day on which " + channel + " may send: " + rule));
  }

  @Override
  public Optional<String> holiday(LocalDate day) {
    return holidays.on(day);
  }

  private boolean opensOn(LocalDate day, Rule rule) {
    return rule.days().contains(day.getDayOfWeek()) && !isClosed(day, rule);
  }

  private boolean isClosed(LocalDate day, Rule rule) {
    return rule.waitsOnHolidays() && holidays.on(day).isPresent();
  }

  private Opening opening(LocalDate day, Rule rule, ZoneId zone) {
    boolean wholeDay = rule.window().from().equals(rule.window().to());
    var from = wholeDay ? LocalTime.MIDNIGHT : rule.window().from();
    var to = wholeDay ? LocalTime.MIDNIGHT : rule.window().to();
    var until = day.atTime(to);
    if (!from.isBefore(to)) {
      var next = day.plusDays(1);
      until = isClosed(next, rule) ? next.atStartOfDay() : next.atTime(to);
    }
    return new Opening(instantOf(day.atTime(from), zone, true), instantOf(until, zone, false));
  }

  /// The instant of a time on the wall. An hour that a zone skips in spring opens and ends at the
  /// jump; of an hour that it has twice in autumn a window takes the later beginning and the
  /// earlier end, so that no clock on any wall shows a forbidden time.
  private static Instant instantOf(LocalDateTime wall, ZoneId zone, boolean opens) {
    var jump = zone.getRules().getTransition(wall);
    if (jump != null && jump.isGap()) {
      return jump.getInstant();
    }
    var time = ZonedDateTime.of(wall, zone);
    return (opens ? time.withLaterOffsetAtOverlap() : time.withEarlierOffsetAtOverlap())
        .toInstant();
  }
}
