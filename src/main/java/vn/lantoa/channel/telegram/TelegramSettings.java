package vn.lantoa.channel.telegram;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lantoa.channel.Secret;

/// @param baseUrl of the bot API
/// @param token of the bot
@ConfigurationProperties("lantoa.telegram")
record TelegramSettings(
    @DefaultValue("https://api.telegram.org") URI baseUrl, @DefaultValue("") Secret token) {}
