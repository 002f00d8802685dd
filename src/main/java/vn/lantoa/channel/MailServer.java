package vn.lantoa.channel;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A server letters are handed to. The bean of this type is the one of the main account.
///
/// @param host empty: none is configured
/// @param user empty: no authentication
@ConfigurationProperties("lantoa.email")
public record MailServer(
    @DefaultValue("") String host,
    @DefaultValue("25") int port,
    @DefaultValue("") String user,
    @DefaultValue("") Secret password,
    @DefaultValue("auto") Encryption encryption) {

  public boolean isConfigured() {
    return !host.isEmpty();
  }

  public enum Encryption {
    /// STARTTLS when the server offers it; required as soon as a password goes to another machine.
    AUTO,
    /// STARTTLS or nothing.
    REQUIRED,
    /// TLS from the first byte (port 465).
    IMPLICIT,
    NONE
  }
}
