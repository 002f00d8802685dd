package vn.lantoa.lab.sandbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Properties;
import vn.lantoa.common.Channel;

/// Opens a letter that lies in the sandbox.
final class ReceivedLetter {

  private static final Session SESSION = Session.getInstance(new Properties());

  private ReceivedLetter() {}

  static SandboxMessage read(byte[] source, String from, String to, Instant at) {
    try {
      var letter = new MimeMessage(SESSION, new ByteArrayInputStream(source));
      var subject = letter.getSubject();
      return new SandboxMessage(
          Channel.EMAIL,
          at,
          sender(letter, from),
          to,
          subject == null ? "" : subject,
          find(letter, "text/plain"),
          find(letter, "text/html"));
    } catch (MessagingException | IOException e) {
      return new SandboxMessage(
          Channel.EMAIL, at, from, to, "", String.valueOf(e.getMessage()), "");
    }
  }

  private static String sender(MimeMessage letter, String envelope) throws MessagingException {
    var from = letter.getFrom();
    return from != null && from.length > 0 && from[0] instanceof InternetAddress address
        ? "%s <%s>".formatted(address.getPersonal(), address.getAddress())
        : envelope;
  }

  private static String find(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return String.valueOf(part.getContent());
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        var found = find(parts.getBodyPart(i), type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }
}
