package vn.lantoa.channel.sms;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.channel.TwilioAccount;

@Configuration(proxyBeanMethods = false)
class SmsConfiguration {

  @Bean
  TwilioAccount configuredTwilioAccount(
      SmsSettings settings, @Value("${lantoa.public-url}") URI publicUrl) {
    return new TwilioAccount(
        settings.baseUrl(),
        settings.accountSid(),
        settings.authToken(),
        settings.messagingServiceSid(),
        settings.from(),
        isReachable(publicUrl));
  }

  // Twilio answers 21609 to a callback it cannot reach, and then nothing is sent.
  private static boolean isReachable(URI publicUrl) {
    var host = String.valueOf(publicUrl.getHost());
    return host.contains(".") && !host.startsWith("127.");
  }
}
