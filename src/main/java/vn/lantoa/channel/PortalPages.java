package vn.lantoa.channel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The pages of the portal columns. Those whose text was taken out of the library are listed
/// nowhere, until it is approved again.
public interface PortalPages {

  /// Newest first.
  List<PortalPage> latest(String outlet, int limit);

  /// Those whose title or words hold that text, newest first; marks and capitals may be left out.
  List<PortalPage> search(String outlet, String text, int limit);

  /// Also one that is listed nowhere.
  Optional<PortalPage> find(String outlet, String slug);

  /// @param outlet the column it stands in
  /// @param slug its name in the address
  /// @param itemId the content item it was made of
  /// @param bodyHtml sanitised
  /// @param withdrawn whether its text was taken out of the library
  record PortalPage(
      long id,
      String outlet,
      String slug,
      String itemId,
      String title,
      String bodyHtml,
      Instant publishedAt,
      boolean withdrawn) {}
}
