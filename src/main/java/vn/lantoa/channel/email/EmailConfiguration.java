package vn.lantoa.channel.email;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.net.URI;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.channel.MailServer;
import vn.lantoa.channel.MailServers;
import vn.lantoa.channel.UnsubscribeLinks;
import vn.lantoa.secret.InstallationSecret;

@Configuration(proxyBeanMethods = false)
class EmailConfiguration {

  @Bean
  MailServers configuredMailServers(MailServer main, EmailSettings settings) {
    return MailServers.of(main, settings.accounts());
  }

  @Bean
  LetterWriter.Sender letterSender(
      EmailSettings settings, @Value("${lantoa.public-url}") URI publicUrl) {
    var address = settings.from().isEmpty() ? defaultFrom(publicUrl) : settings.from();
    return new LetterWriter.Sender(
        address, settings.fromName(), settings.replyTo(), settings.refusalsTo());
  }

  @Bean
  SmtpRelays smtpRelays(MailServers servers, LetterWriter.Sender sender, EmailSettings settings) {
    return new SmtpRelays(
        servers,
        server ->
            new SmtpConnections(server, sender.domain(), settings.idle(), SmtpConnections.LONGEST));
  }

  @Bean
  LetterWriter letterWriter(
      LetterWriter.Sender sender,
      InstallationSecret secret,
      UnsubscribeLinks links,
      InstantSource clock) {
    return new LetterWriter(sender, secret, links, templates(), clock);
  }

  /// The templates compiled into the program.
  static TemplateEngine templates() {
    return TemplateEngine.createPrecompiled(
        null, ContentType.Html, EmailConfiguration.class.getClassLoader(), "vn.lantoa.template");
  }

  private static String defaultFrom(URI publicUrl) {
    var host = String.valueOf(publicUrl.getHost());
    return "lantoa@" + (host.contains(".") ? host : host + ".localdomain");
  }
}
