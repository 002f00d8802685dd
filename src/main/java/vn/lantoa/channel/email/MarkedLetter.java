package vn.lantoa.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.lantoa.channel.email.EncodedBody.Encoding;
import vn.lantoa.channel.email.LetterSkeleton.Gap;

/// A letter as the mail library writes it, with a mark in every [Gap].
final class MarkedLetter extends MimeMessage {

  private MarkedLetter() {
    super((Session) null);
  }

  /// @param replyTo none: to `from`
  /// @param list null: the receiver cannot refuse further letters
  static LetterSkeleton skeleton(
      InternetAddress from,
      InternetAddress[] replyTo,
      @Nullable MailingList list,
      LetterSkeleton.Bodies bodies)
      throws MessagingException, IOException {
    var letter = new MarkedLetter();
    letter.setHeader("From", Folded.header("From", from.toString()));
    if (replyTo.length > 0) {
      letter.setReplyTo(replyTo);
    }
    letter.setHeader("To", Gap.TO.mark());
    letter.setHeader("Subject", Gap.SUBJECT.mark());
    letter.setHeader("Date", Gap.DATE.mark());
    // Nobody's out-of-office note shall answer it (RFC 3834).
    letter.setHeader("Auto-Submitted", "auto-generated");
    // For programs that read letters aloud (RFC 3282): the content library speaks Vietnamese.
    letter.setHeader("Content-Language", "vi");
    if (list != null) {
      letter.setHeader("List-Id", list.id());
      letter.setHeader("List-Unsubscribe", list.waysOut());
      letter.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    letter.setContent(
        new MimeMultipart(
            "alternative",
            part("plain", Gap.TEXT, bodies.text()),
            part("html", Gap.HTML, bodies.html())));
    letter.saveChanges();
    var bytes = new ByteArrayOutputStream(2 * 1024);
    letter.writeTo(bytes);
    return LetterSkeleton.cut(bytes.toByteArray(), bodies);
  }

  /// The library would make up one of its own.
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + Gap.MESSAGE_ID.mark() + ">");
  }

  private static MimeBodyPart part(String subtype, Gap gap, Encoding encoding)
      throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(gap.mark(), UTF_8.name(), subtype);
    part.setHeader("Content-Transfer-Encoding", encoding.header());
    return part;
  }
}
