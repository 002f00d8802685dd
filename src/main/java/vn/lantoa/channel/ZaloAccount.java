package vn.lantoa.channel;

import java.net.URI;

/// The Official Account we broadcast from.
///
/// @param base of the API, oauthBase of the token service, both without a trailing slash
/// @param refreshToken single use: each refresh gives the next one, kept in the data folder; empty:
///   the access token is used until it ends
public record ZaloAccount(
    URI base,
    URI oauthBase,
    String appId,
    Secret appSecret,
    Secret accessToken,
    Secret refreshToken) {

  public boolean isConfigured() {
    return !accessToken.isEmpty() || canRefresh();
  }

  public boolean canRefresh() {
    return !refreshToken.isEmpty() && !appId.isEmpty() && !appSecret.isEmpty();
  }
}
