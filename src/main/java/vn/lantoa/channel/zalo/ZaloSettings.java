package vn.lantoa.channel.zalo;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lantoa.channel.Secret;

/// @param baseUrl of the OA API, oauthUrl of the token service
/// @param appId and appSecret are needed to renew the access token
/// @param accessToken the first one; renewed ones are kept in the data folder
/// @param refreshToken the first one, likewise
/// @param coverUrl picture above an article; empty: none
@ConfigurationProperties("lantoa.zalo")
record ZaloSettings(
    @DefaultValue("https://openapi.zalo.me") URI baseUrl,
    @DefaultValue("https://oauth.zaloapp.com") URI oauthUrl,
    @DefaultValue("") String appId,
    @DefaultValue("") Secret appSecret,
    @DefaultValue("") Secret accessToken,
    @DefaultValue("") Secret refreshToken,
    @DefaultValue("") String coverUrl) {}
