package vn.lantoa.channel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The pages of the portal columns.
public interface PortalPages {

  /// Newest first.
  List<PortalPage> latest(String outlet, int limit);

  /// Those whose title or words hold that text, newest first; marks and capitals may be left out.
  List<PortalPage> search(String outlet, String text, int limit);

  Optional<PortalPage> find(String outlet, String slug);

  /// @param outlet the column it stands in
  /// @param slug its name in the address
  /// @param itemId the content item it was made of
  /// @param bodyHtml sanitised
  record PortalPage(
      long id,
      String outlet,
      String slug,
      String itemId,
      String title,
      String bodyHtml,
      Instant publishedAt) {}
}
