package vn.lantoa.lab.sandbox;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import vn.lantoa.channel.FacebookAccount;
import vn.lantoa.channel.MailServers;
import vn.lantoa.channel.TelegramBot;
import vn.lantoa.channel.TwilioAccounts;
import vn.lantoa.channel.ZaloAccount;

/// Puts the stand-ins in front of the configured accounts: real credentials are not even read by a
/// sender then. A mail server that is configured by name stays, so that a trial can use a server of
/// its own.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("lantoa.sandbox.enabled")
class SandboxConfiguration {

  private static final Logger log = LoggerFactory.getLogger(SandboxConfiguration.class);

  SandboxConfiguration() {
    log.warn("SANDBOX: stand-in providers take every message, nobody receives anything");
  }

  @Bean
  SandboxFaults sandboxFaults() {
    return new SandboxFaults();
  }

  @Bean
  SandboxInbox sandboxInbox() {
    return new SandboxInbox();
  }

  @Bean
  SandboxMail sandboxMail(
      SandboxSettings settings, SandboxFaults faults, SandboxInbox inbox, InstantSource clock) {
    return new SandboxMail(settings.smtpPort(), faults, inbox, clock);
  }

  @Bean
  SandboxHttp sandboxHttp(
      SandboxSettings settings, SandboxFaults faults, SandboxInbox inbox, InstantSource clock) {
    return new SandboxHttp(settings, faults, inbox, clock);
  }

  @Bean
  @Primary
  MailServers sandboxMailServers(
      @Qualifier("configuredMailServers") MailServers configured, SandboxMail mail) {
    return configured.main().isConfigured() ? configured : MailServers.only(mail.address());
  }

  @Bean
  @Primary
  TwilioAccounts sandboxTwilioAccounts(SandboxHttp http) {
    return TwilioAccounts.only(http.twilio());
  }

  @Bean
  @Primary
  FacebookAccount sandboxFacebookAccount(SandboxHttp http) {
    return http.facebook();
  }

  @Bean
  @Primary
  ZaloAccount sandboxZaloAccount(SandboxHttp http) {
    return http.zalo();
  }

  @Bean
  @Primary
  TelegramBot sandboxTelegramBot(SandboxHttp http) {
    return http.telegram();
  }
}
