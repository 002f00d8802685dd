package vn.lantoa.content;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An item of the library: the version in use, how that stands, and a newer one that waits beside
/// it.
///
/// @param current the version in use; before the first approval the newest
/// @param decision the last decision on this version, if there is one
/// @param proposal only beside an approved version
/// @param writers accounts of all who wrote at the newest version since the last approval, or
///   handed it in again: none of them decides on it
/// @param unitId the unit that answers for it; null: it is of the library all units share
public record ContentItem(
    ContentVersion current,
    ContentStatus status,
    Optional<Approval> decision,
    Optional<Proposal> proposal,
    Set<Long> writers,
    @Nullable Long unitId) {

  /// A newer version that was handed in while another is approved and goes on being sent.
  ///
  /// @param status `WAITING` or `RETURNED`
  public record Proposal(
      ContentVersion version, ContentStatus status, Optional<Approval> decision) {}

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

  /// The newest version: what one goes on writing at, and what is decided on.
  public ContentVersion latest() {
    return proposal.map(Proposal::version).orElse(current);
  }

  /// How the newest version stands.
  public ContentStatus latestStatus() {
    return proposal.map(Proposal::status).orElse(status);
  }

  /// The last decision on the newest version.
  public Optional<Approval> latestDecision() {
    return proposal.isPresent() ? proposal.flatMap(Proposal::decision) : decision;
  }
}
