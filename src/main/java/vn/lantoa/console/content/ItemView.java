package vn.lantoa.console.content;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.content.Approval;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentStatus;
import vn.lantoa.content.ContentVersion;
import vn.lantoa.content.Vocabulary;

/// The page of an item.
///
/// @param shown the version before the reader's eyes
/// @param before the newest version before the one that waits which somebody approved
/// @param unitName the unit it belongs to; null: the library all units share
/// @param touched campaigns that send the version in use, and will want another approval once the
///   one that waits is approved
public record ItemView(
    ContentItem item,
    ContentVersion shown,
    Optional<ContentVersion> before,
    List<Preview> previews,
    List<ContentVersion> versions,
    List<Approval> decisions,
    Vocabulary vocabulary,
    @Nullable String unitName,
    List<Campaign> touched,
    Rights rights) {

  /// What the reader may do here, as things stand.
  ///
  /// @param own whether he wrote what waits
  /// @param sameHands whether he counts as the same hands as who wrote it
  /// @param copy whether he may have it as an item of his own unit instead of changing it
  public record Rights(
      boolean edit,
      boolean copy,
      boolean decide,
      boolean own,
      boolean sameHands,
      boolean withdraw) {}

  public boolean isCurrent() {
    return shown.hash().equals(item.current().hash());
  }

  public boolean isLatest() {
    return shown.hash().equals(item.latest().hash());
  }

  public boolean isWithdrawn() {
    return item.status() == ContentStatus.WITHDRAWN;
  }

  /// Whether a decision is wanted on what is shown.
  public boolean waits() {
    return isLatest() && item.latestStatus() == ContentStatus.WAITING;
  }
}
