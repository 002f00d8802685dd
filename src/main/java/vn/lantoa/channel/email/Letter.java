package vn.lantoa.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/// One letter, written out in full before a connection is touched: whatever is wrong with it shows
/// while nothing is on the wire, and a second connection gets the same bytes as the first.
class Letter extends SMTPMessage {

  private final String messageId;
  private final InternetAddress to;
  private byte[] sealed = {};

  /// @param messageId without the angle brackets
  Letter(Session session, String messageId, InternetAddress to) throws MessagingException {
    super(session);
    this.messageId = messageId;
    this.to = to;
    setRecipient(RecipientType.TO, to);
  }

  /// Nothing can be changed in it from here on.
  Letter seal() throws MessagingException, IOException {
    saveChanges();
    var bytes = new ByteArrayOutputStream(8 * 1024);
    super.writeTo(bytes, null);
    sealed = bytes.toByteArray();
    return this;
  }

  String messageId() {
    return messageId;
  }

  InternetAddress[] envelopeTo() {
    return new InternetAddress[] {to};
  }

  byte[] bytes() {
    return sealed;
  }

  /// The library would make up a new one at every save; ours is the same on every try.
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + messageId + ">");
  }

  @Override
  public void writeTo(OutputStream out, String[] ignored) throws IOException {
    out.write(sealed);
  }

  @Override
  public int getSize() {
    return sealed.length;
  }
}
