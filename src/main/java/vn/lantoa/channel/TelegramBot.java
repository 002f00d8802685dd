package vn.lantoa.channel;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The bot that posts into Telegram channels.
///
/// @param baseUrl of the bot API, without a trailing slash
@ConfigurationProperties("lantoa.telegram")
public record TelegramBot(
    @DefaultValue("https://api.telegram.org") URI baseUrl, @DefaultValue("") Secret token) {}
