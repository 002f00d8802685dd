package vn.lantoa.channel;

import java.net.URI;

/// Where text messages go, and as whom. A bean of its own, so that the sandbox can put its stand-in
/// in front.
///
/// @param base without a trailing slash
/// @param messagingServiceSid chooses the sender at Twilio; empty: `from` is the sender
/// @param callsBack whether Twilio can reach our public address with its receipts
public record TwilioAccount(
    URI base,
    String accountSid,
    Secret authToken,
    String messagingServiceSid,
    String from,
    boolean callsBack) {}
