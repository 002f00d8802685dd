package vn.lantoa.channel;

import java.net.URI;
import java.util.Map;

/// The pages we may post to.
///
/// @param base with the version, without a trailing slash: `https://graph.facebook.com/v25.0`
/// @param pageTokens page id to page access token
/// @param anyPageToken for pages without a token of their own (a business system user); empty: none
public record FacebookAccount(URI base, Map<String, Secret> pageTokens, Secret anyPageToken) {

  public boolean isConfigured() {
    return !pageTokens.isEmpty() || !anyPageToken.isEmpty();
  }

  /// Empty when we hold none for this page.
  public Secret tokenOf(String pageId) {
    return pageTokens.getOrDefault(pageId, anyPageToken);
  }
}
