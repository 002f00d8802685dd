package vn.lantoa.privacy;

import java.time.LocalDate;

/// How long one kind of data is kept.
///
/// @param days after which it ends
/// @param source the rule it follows, as the file says it
public record RetentionRule(String kind, int days, String source) {

  /// What is older than the beginning of this day ends on that day.
  LocalDate before(LocalDate day) {
    return day.minusDays(days);
  }
}
