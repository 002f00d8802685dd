package vn.lantoa.channel.sms;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lantoa.channel.Secret;
import vn.lantoa.channel.TwilioAccount;

/// An account as the settings have it. The bean of this type is the main one.
///
/// @param baseUrl of the provider's API
/// @param accountSid AC…
/// @param authToken also checks the signature of what Twilio reports later
/// @param messagingServiceSid MG…; chooses the sender. Either this or `from` is needed
/// @param from the registered sender name or a number of ours
@ConfigurationProperties("lantoa.sms")
record SmsAccount(
    @DefaultValue("https://api.twilio.com") URI baseUrl,
    @DefaultValue("") String accountSid,
    @DefaultValue("") Secret authToken,
    @DefaultValue("") String messagingServiceSid,
    @DefaultValue("") String from) {

  TwilioAccount twilio(boolean callsBack) {
    return new TwilioAccount(baseUrl, accountSid, authToken, messagingServiceSid, from, callsBack);
  }
}
