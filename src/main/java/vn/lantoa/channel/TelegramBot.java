package vn.lantoa.channel;

import java.net.URI;

/// The bot that posts into Telegram channels.
///
/// @param base without a trailing slash
public record TelegramBot(URI base, Secret token) {}
