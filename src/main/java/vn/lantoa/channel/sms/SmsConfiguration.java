package vn.lantoa.channel.sms;

import java.net.URI;
import java.util.LinkedHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.channel.TwilioAccount;
import vn.lantoa.channel.TwilioAccounts;

@Configuration(proxyBeanMethods = false)
class SmsConfiguration {

  @Bean
  TwilioAccounts configuredTwilioAccounts(
      SmsAccount main, SmsSettings settings, @Value("${lantoa.public-url}") URI publicUrl) {
    boolean callsBack = isReachable(publicUrl);
    var further = new LinkedHashMap<String, TwilioAccount>();
    settings.accounts().forEach((name, account) -> further.put(name, account.twilio(callsBack)));
    return TwilioAccounts.of(main.twilio(callsBack), further);
  }

  // Twilio answers 21609 to a callback it cannot reach, and then nothing is sent.
  private static boolean isReachable(URI publicUrl) {
    var host = String.valueOf(publicUrl.getHost());
    return host.contains(".") && !host.startsWith("127.");
  }
}
