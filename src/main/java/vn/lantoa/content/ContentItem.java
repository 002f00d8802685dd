package vn.lantoa.content;

import java.time.LocalDate;
import java.util.Optional;

/// An item of the library: its current version and how that stands.
///
/// @param decision the last decision on this version, if there is one
public record ContentItem(
    ContentVersion current, ContentStatus status, Optional<Approval> decision) {

  public String id() {
    return current.itemId();
  }

  public String title() {
    return current.title();
  }

  /// Whether its text may be sent on that day, as far as its author says.
  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(current.validFrom()) && !day.isAfter(current.validTo());
  }

  public boolean isApproved() {
    return status == ContentStatus.APPROVED;
  }
}
