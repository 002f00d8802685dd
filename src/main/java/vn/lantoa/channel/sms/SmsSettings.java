package vn.lantoa.channel.sms;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lantoa.channel.Secret;
import vn.lantoa.channel.TwilioAccount;

/// @param baseUrl of the provider's API
/// @param accountSid AC…
/// @param authToken also checks the signature of what Twilio reports later
/// @param messagingServiceSid MG…; chooses the sender. Either this or `from` is needed
/// @param from the registered sender name or a number of ours
/// @param accounts further accounts, by name; this one is `main`
@ConfigurationProperties("lantoa.sms")
record SmsSettings(
    @DefaultValue("https://api.twilio.com") URI baseUrl,
    @DefaultValue("") String accountSid,
    @DefaultValue("") Secret authToken,
    @DefaultValue("") String messagingServiceSid,
    @DefaultValue("") String from,
    @DefaultValue Map<String, Account> accounts) {

  /// Another account the messages may go by.
  record Account(
      @DefaultValue("https://api.twilio.com") URI baseUrl,
      String accountSid,
      Secret authToken,
      @DefaultValue("") String messagingServiceSid,
      @DefaultValue("") String from) {

    TwilioAccount account(boolean callsBack) {
      return new TwilioAccount(
          baseUrl, accountSid, authToken, messagingServiceSid, from, callsBack);
    }
  }
}
