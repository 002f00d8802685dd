package vn.lantoa.channel.sms;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lantoa.channel.Secret;

/// @param baseUrl of the provider's API
/// @param accountSid AC…
/// @param authToken also checks the signature of what Twilio reports later
/// @param messagingServiceSid MG…; chooses the sender. Either this or `from` is needed
/// @param from the registered sender name or a number of ours
@ConfigurationProperties("lantoa.sms")
record SmsSettings(
    @DefaultValue("https://api.twilio.com") URI baseUrl,
    @DefaultValue("") String accountSid,
    @DefaultValue("") Secret authToken,
    @DefaultValue("") String messagingServiceSid,
    @DefaultValue("") String from) {}
