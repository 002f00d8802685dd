package vn.lantoa.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.InstantSource;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.web.util.HtmlUtils;
import vn.lantoa.channel.InstallationSecret;
import vn.lantoa.channel.Reasons;
import vn.lantoa.channel.UnsubscribeLinks;
import vn.lantoa.delivery.OutgoingMessage;
import vn.lantoa.delivery.OutgoingMessage.Target;

/// Makes the letter: plain text and HTML, Vietnamese in both, with the way out that RFC 8058 asks
/// for.
class LetterWriter {

  static {
    // Unless it is told, the library looks through every jar for its encoder, anew for each word it
    // encodes: more
    // work than all the rest of a letter.
    if (System.getProperty(StreamProvider.class.getName()) == null) {
      System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }
  }

  private static final String UTF8 = UTF_8.name();

  private final Sender sender;
  private final InstallationSecret secret;
  private final UnsubscribeLinks links;
  private final TemplateEngine templates;
  private final InstantSource clock;

  LetterWriter(
      Sender sender,
      InstallationSecret secret,
      UnsubscribeLinks links,
      TemplateEngine templates,
      InstantSource clock) {
    this.sender = sender;
    this.secret = secret;
    this.links = links;
    this.templates = templates;
    this.clock = clock;
  }

  /// @throws HeaderSafe.UnsafeHeader when a value would break out of its header
  Letter write(OutgoingMessage message, Session session) throws MessagingException, IOException {
    var letter = new Letter(session, messageId(message), to(message));
    letter.setEnvelopeFrom(sender.address());
    letter.setFrom(from(message));
    if (!sender.replyTo().isEmpty()) {
      letter.setReplyTo(InternetAddress.parse(HeaderSafe.check("Reply-To", sender.replyTo())));
    }
    letter.setSubject(HeaderSafe.check("Subject", message.subject()), UTF8);
    letter.setSentDate(Date.from(clock.instant()));
    // Nobody's out-of-office note shall answer it (RFC 3834).
    letter.setHeader("Auto-Submitted", "auto-generated");
    var wayOut = "";
    if (message.target() == Target.PERSON) {
      wayOut = links.url(message.channel(), message.address());
      letter.setHeader(
          "List-Unsubscribe", HeaderSafe.check("List-Unsubscribe", "<" + wayOut + ">"));
      letter.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    letter.setContent(body(message, wayOut));
    return letter.seal();
  }

  /// The same on every try, so that a receiver which gets a letter twice may fold the two; unknown
  /// to who does not have our secret, so that nobody can forge an answer to it.
  private String messageId(OutgoingMessage message) {
    var id = secret.sign("message-id", Long.toString(message.deliveryId()).getBytes(UTF_8));
    return HexFormat.of().formatHex(id, 0, 16) + "@" + sender.domain();
  }

  private static InternetAddress to(OutgoingMessage message) throws UnsupportedEncodingException {
    return new InternetAddress(
        HeaderSafe.check("To", message.address()),
        HeaderSafe.check("To", message.recipientName()),
        UTF8);
  }

  private InternetAddress from(OutgoingMessage message) throws UnsupportedEncodingException {
    var name = sender.name().replace("{unit}", message.unitName());
    return new InternetAddress(sender.address(), HeaderSafe.check("From", name), UTF8);
  }

  private MimeMultipart body(OutgoingMessage message, String wayOut) throws MessagingException {
    return new MimeMultipart(
        "alternative", part("plain", text(message, wayOut)), part("html", html(message, wayOut)));
  }

  private static MimeBodyPart part(String subtype, String text) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF8, subtype);
    // Half as long as quoted-printable for Vietnamese; said here, or the library reads every text
    // twice to choose.
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  private static String text(OutgoingMessage message, String wayOut) {
    var text = new StringBuilder(message.text().strip()).append("\n\n-- \n");
    text.append(message.unitName()).append('\n').append(because(message));
    if (!wayOut.isEmpty()) {
      text.append('\n').append(Reasons.say("email.unsubscribe")).append(": ").append(wayOut);
    }
    return text.append('\n').toString();
  }

  private String html(OutgoingMessage message, String wayOut) {
    var html = new StringOutput(4096);
    templates.render(
        "email/letter.jte",
        Map.of(
            "subject", message.subject(),
            "unit", message.unitName(),
            "content", message.html().isEmpty() ? paragraphs(message.text()) : message.html(),
            "because", because(message),
            "wayOut", wayOut,
            "refuse", Reasons.say("email.unsubscribe")),
        html);
    return html.toString();
  }

  private static String paragraphs(String text) {
    var html = new StringBuilder();
    for (var paragraph : text.strip().split("\\n\\s*\\n", -1)) {
      html.append("<p>").append(HtmlUtils.htmlEscape(paragraph, UTF8).replace("\n", "<br>"));
      html.append("</p>\n");
    }
    return html.toString();
  }

  private static String because(OutgoingMessage message) {
    return Reasons.say("email.because", message.unitName());
  }

  /// Who letters come from.
  ///
  /// @param name with `{unit}` where the unit's name goes
  /// @param replyTo empty: to `address`
  record Sender(String address, String name, String replyTo) {

    Sender {
      HeaderSafe.check("From", address);
      HeaderSafe.check("From", name);
    }

    String domain() {
      return address.substring(address.indexOf('@') + 1);
    }
  }
}
