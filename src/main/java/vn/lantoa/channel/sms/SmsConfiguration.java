package vn.lantoa.channel.sms;

import java.net.URI;
import java.util.LinkedHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.channel.TwilioAccount;
import vn.lantoa.channel.TwilioAccounts;
import vn.lantoa.delivery.ChannelAccounts;

@Configuration(proxyBeanMethods = false)
class SmsConfiguration {

  @Bean
  TwilioAccounts configuredTwilioAccounts(
      SmsSettings settings, @Value("${lantoa.public-url}") URI publicUrl) {
    boolean callsBack = isReachable(publicUrl);
    var accounts = new LinkedHashMap<String, TwilioAccount>();
    accounts.put(
        ChannelAccounts.MAIN,
        new TwilioAccount(
            settings.baseUrl(),
            settings.accountSid(),
            settings.authToken(),
            settings.messagingServiceSid(),
            settings.from(),
            callsBack));
    settings.accounts().forEach((name, more) -> accounts.put(name, more.account(callsBack)));
    return new TwilioAccounts(accounts);
  }

  // Twilio answers 21609 to a callback it cannot reach, and then nothing is sent.
  private static boolean isReachable(URI publicUrl) {
    var host = String.valueOf(publicUrl.getHost());
    return host.contains(".") && !host.startsWith("127.");
  }
}
