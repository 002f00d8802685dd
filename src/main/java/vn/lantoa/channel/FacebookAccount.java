package vn.lantoa.channel;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The pages we may post to.
///
/// @param baseUrl of the Graph API with its version, without a trailing slash
/// @param pageTokens page id to page access token
/// @param token for pages without one of their own: a business system user's; empty: none
@ConfigurationProperties("lantoa.facebook")
public record FacebookAccount(
    @DefaultValue("https://graph.facebook.com/v25.0") URI baseUrl,
    @DefaultValue Map<String, Secret> pageTokens,
    @DefaultValue("") Secret token) {

  public boolean isConfigured() {
    return !pageTokens.isEmpty() || !token.isEmpty();
  }

  /// Empty when we hold none for this page.
  public Secret tokenOf(String pageId) {
    return pageTokens.getOrDefault(pageId, token);
  }
}
