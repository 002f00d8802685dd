package vn.lantoa.supply;

import java.time.LocalDate;
import java.util.Optional;

/// Somebody has looked at an advisory that hits us, and says why we may go on for a while.
///
/// @param id of the advisory
/// @param library `group:name` of ours
/// @param since the day it was looked at
/// @param until the day by which it must have gone
record Acceptance(String id, String library, String reason, LocalDate since, LocalDate until) {

  /// What is accepted must be looked at again within half a year.
  static final int LONGEST_DAYS = 180;

  Acceptance {
    if (reason.isBlank()) {
      throw new IllegalArgumentException(id + ": no reason");
    }
  }

  boolean accepts(Advisory advisory, Component component) {
    return id.equals(advisory.id()) && library.equals(component.coordinates());
  }

  /// Why it no longer counts.
  Optional<String> lapsed(LocalDate today) {
    if (today.isAfter(until)) {
      return Optional.of("was accepted until " + until);
    }
    if (today.isAfter(since.plusDays(LONGEST_DAYS))) {
      return Optional.of("was accepted on " + since + ", more than " + LONGEST_DAYS + " days ago");
    }
    return since.isAfter(today) ? Optional.of("is accepted only from " + since) : Optional.empty();
  }
}
