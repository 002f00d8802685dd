package vn.lantoa.channel;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The Official Account we broadcast from.
///
/// @param baseUrl of the API, oauthUrl of the token service, both without a trailing slash
/// @param appId and appSecret are needed to renew the access token
/// @param accessToken the first one; renewed ones are kept in the data folder
/// @param refreshToken single use: each refresh gives the next one, kept in the data folder; empty:
///   the access token is used until it ends
/// @param coverUrl picture above an article; empty: none
@ConfigurationProperties("lantoa.zalo")
public record ZaloAccount(
    @DefaultValue("https://openapi.zalo.me") URI baseUrl,
    @DefaultValue("https://oauth.zaloapp.com") URI oauthUrl,
    @DefaultValue("") String appId,
    @DefaultValue("") Secret appSecret,
    @DefaultValue("") Secret accessToken,
    @DefaultValue("") Secret refreshToken,
    @DefaultValue("") String coverUrl) {

  public boolean isConfigured() {
    return !accessToken.isEmpty() || canRefresh();
  }

  public boolean canRefresh() {
    return !refreshToken.isEmpty() && !appId.isEmpty() && !appSecret.isEmpty();
  }
}
