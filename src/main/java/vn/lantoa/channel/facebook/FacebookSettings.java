package vn.lantoa.channel.facebook;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lantoa.channel.Secret;

/// @param baseUrl of the Graph API, with its version
/// @param pageTokens page id to page access token
/// @param token for pages without one of their own: a business system user's; empty: none
@ConfigurationProperties("lantoa.facebook")
record FacebookSettings(
    @DefaultValue("https://graph.facebook.com/v25.0") URI baseUrl,
    @DefaultValue Map<String, Secret> pageTokens,
    @DefaultValue("") Secret token) {}
