package vn.lantoa.lab.sandbox;

import java.time.Instant;
import vn.lantoa.common.Channel;

/// One message as it reached the other side.
///
/// @param from who sent it, as the receiver sees it
/// @param to number, address, page or channel
/// @param subject empty where the channel has none
/// @param html empty where the channel has none; it comes from outside, as far as a page is
///   concerned
public record SandboxMessage(
    Channel channel,
    Instant at,
    String from,
    String to,
    String subject,
    String text,
    String html) {}
