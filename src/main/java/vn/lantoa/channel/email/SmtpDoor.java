package vn.lantoa.channel.email;

import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Properties;
import vn.lantoa.channel.MailServer;
import vn.lantoa.channel.MailServer.Encryption;

/// How a mail server is come to: by which address, as whom, and how well encrypted.
record SmtpDoor(MailServer server, Session session) {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 20_000;

  /// @param helo the name we greet the server with
  static SmtpDoor of(MailServer server, String helo) {
    return new SmtpDoor(server, Session.getInstance(properties(server, helo)));
  }

  /// A connection nothing has been said over yet.
  SmtpConnection connect() throws IOException {
    return new SmtpConnection(session, url(), socket());
  }

  /// TLS before the greeting.
  boolean isEncryptedAtOnce() {
    return server.encryption() == Encryption.IMPLICIT;
  }

  // Opened here and not by the library, so that one hand can close it whatever it waits for.
  private SmtpWire socket() throws IOException {
    var socket = new SmtpWire();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(READ_MILLIS);
      socket.connect(new InetSocketAddress(server.host(), server.port()), CONNECT_MILLIS);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private URLName url() {
    var user = server.user().isEmpty() ? null : server.user();
    return new URLName(
        "smtp",
        server.host(),
        server.port(),
        null,
        user,
        user == null ? null : server.password().value());
  }

  private static Properties properties(MailServer server, String helo) {
    var properties = new Properties();
    properties.put("mail.smtp.localhost", helo);
    properties.put("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(offersTls(server)));
    properties.put("mail.smtp.starttls.required", Boolean.toString(needsTls(server)));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.quitwait", "false");
    return properties;
  }

  private static boolean offersTls(MailServer server) {
    return server.encryption() == Encryption.AUTO || server.encryption() == Encryption.REQUIRED;
  }

  private static boolean needsTls(MailServer server) {
    return switch (server.encryption()) {
      case REQUIRED -> true;
      case AUTO -> !server.user().isEmpty() && !isLoopback(server.host());
      case IMPLICIT, NONE -> false;
    };
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (IOException _) {
      return false;
    }
  }
}
