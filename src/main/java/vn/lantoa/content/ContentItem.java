package vn.lantoa.content;

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

  public boolean isApproved() {
    return status == ContentStatus.APPROVED;
  }
}
