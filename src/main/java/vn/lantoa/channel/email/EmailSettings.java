package vn.lantoa.channel.email;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lantoa.channel.MailServer;
import vn.lantoa.channel.MailServer.Encryption;
import vn.lantoa.channel.Secret;

/// @param host of the server letters are handed to; empty: none
/// @param user empty: no authentication
/// @param from the address letters come from; empty: `lantoa@` and the host of the public address
/// @param fromName who they come from; `{unit}` stands for the unit that speaks
/// @param replyTo where answers go; empty: to `from`
/// @param accounts further servers, by the name of the account; this one is `main`
/// @param idle how long an unused connection stays open; servers mostly close theirs after some
///   minutes
@ConfigurationProperties("lantoa.email")
record EmailSettings(
    @DefaultValue("") String host,
    @DefaultValue("25") int port,
    @DefaultValue("") String user,
    @DefaultValue("") Secret password,
    @DefaultValue("auto") Encryption encryption,
    @DefaultValue("") String from,
    @DefaultValue("{unit}") String fromName,
    @DefaultValue("") String replyTo,
    @DefaultValue("30s") Duration idle,
    @DefaultValue Map<String, Account> accounts) {

  /// Another server the letters may go by.
  record Account(
      String host,
      @DefaultValue("25") int port,
      @DefaultValue("") String user,
      @DefaultValue("") Secret password,
      @DefaultValue("auto") Encryption encryption) {

    MailServer server() {
      return new MailServer(host, port, user, password, encryption);
    }
  }
}
