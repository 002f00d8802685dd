package vn.lantoa.channel;

/// The server letters are handed to. A bean of its own, so that the sandbox can put its own in
/// front.
///
/// @param host empty: none is configured
/// @param user empty: no authentication
public record MailServer(
    String host, int port, String user, Secret password, Encryption encryption) {

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
