package vn.lantoa.common;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.YEAR;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;

/// A day as forms, links and files write it, `2026-11-29`, or as people type it, `29/11/2026`.
public final class Day {

  /// Years have four digits: what [LocalDate] knows beyond them no database stores, and one day
  /// more may be none.
  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder()
          .appendValue(YEAR, 4)
          .appendLiteral('-')
          .appendValue(MONTH_OF_YEAR, 2)
          .appendLiteral('-')
          .appendValue(DAY_OF_MONTH, 2)
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter TYPED =
      new DateTimeFormatterBuilder()
          .appendValue(DAY_OF_MONTH, 1, 2, SignStyle.NOT_NEGATIVE)
          .appendLiteral('/')
          .appendValue(MONTH_OF_YEAR, 1, 2, SignStyle.NOT_NEGATIVE)
          .appendLiteral('/')
          .appendValue(YEAR, 4)
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private Day() {}

  /// @throws java.time.format.DateTimeParseException when it is none
  public static LocalDate parse(String text) {
    return LocalDate.parse(text, text.contains("/") ? TYPED : WRITTEN);
  }
}
