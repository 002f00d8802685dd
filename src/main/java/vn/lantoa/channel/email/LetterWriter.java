package vn.lantoa.channel.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.TemplateEngine;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.angus.mail.util.MailStreamProvider;
import vn.lantoa.channel.UnsubscribeLinks;
import vn.lantoa.channel.email.LetterSkeleton.Gap;
import vn.lantoa.delivery.OutgoingMessage;
import vn.lantoa.delivery.OutgoingMessage.Target;
import vn.lantoa.secret.InstallationSecret;

/// Makes the letter: plain text and HTML, Vietnamese in both, with the way out that RFC 8058 asks
/// for.
class LetterWriter {

  static {
    // Unless it is told, the library looks through every jar for its encoder, anew for each word it
    // encodes: more work than all the rest of a letter.
    if (System.getProperty(StreamProvider.class.getName()) == null) {
      System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }
  }

  private static final String UTF8 = UTF_8.name();

  /// More units than any installation has; when it is full it starts again.
  private static final int MOST_SKELETONS = 1_000;

  private final Sender sender;
  private final InstallationSecret secret;
  private final UnsubscribeLinks links;
  private final LetterBody body;
  private final InstantSource clock;
  private final LetterDate dates = new LetterDate();
  private final Map<Kind, LetterSkeleton> skeletons = new ConcurrentHashMap<>();

  LetterWriter(
      Sender sender,
      InstallationSecret secret,
      UnsubscribeLinks links,
      TemplateEngine templates,
      InstantSource clock) {
    this.sender = sender;
    this.secret = secret;
    this.links = links;
    body = new LetterBody(templates, links.rights());
    this.clock = clock;
  }

  /// @throws HeaderSafe.UnsafeHeader when a value would break out of its header
  Letter write(OutgoingMessage message) throws MessagingException, IOException {
    boolean refusable = message.target() == Target.PERSON;
    var wayOut = refusable ? links.url(message.channel(), message.address(), message.unitId()) : "";
    var messageId = messageId(message);
    var foot = message.target() == Target.NOTICE ? links.noticeSettings() : wayOut;
    var text = EncodedBody.of(body.text(message, foot));
    var html = EncodedBody.of(body.html(message, foot));
    var values = new EnumMap<Gap, byte[]>(Gap.class);
    values.put(Gap.TO, ascii(to(message)));
    values.put(Gap.SUBJECT, ascii(subject(message)));
    values.put(Gap.DATE, ascii(dates.of(clock.instant())));
    values.put(Gap.MESSAGE_ID, ascii(messageId));
    values.put(Gap.WAY_OUT, ascii(HeaderSafe.check("List-Unsubscribe", wayOut)));
    values.put(Gap.REFUSAL, ascii(wayOut.substring(wayOut.lastIndexOf('/') + 1)));
    values.put(Gap.TEXT, text.bytes());
    values.put(Gap.HTML, html.bytes());
    var bodies = new LetterSkeleton.Bodies(text.encoding(), html.encoding());
    var kind = new Kind(message.unitId(), message.unitName(), refusable, bodies);
    var bytes = skeleton(kind).fill(values);
    return new Letter(messageId, sender.address(), message.address(), bytes);
  }

  private LetterSkeleton skeleton(Kind kind) throws MessagingException, IOException {
    var known = skeletons.get(kind);
    if (known != null) {
      return known;
    }
    if (skeletons.size() >= MOST_SKELETONS) {
      skeletons.clear();
    }
    var replyTo = InternetAddress.parse(HeaderSafe.check("Reply-To", sender.replyTo()));
    var list =
        kind.refusable()
            ? new MailingList(kind.unitId(), kind.unitName(), sender.domain(), sender.refusalsTo())
            : null;
    var skeleton = MarkedLetter.skeleton(from(kind.unitName()), replyTo, list, kind.bodies());
    skeletons.put(kind, skeleton);
    return skeleton;
  }

  /// The same on every try, so that a receiver which gets a letter twice may fold the two; unknown
  /// to who does not have our secret, so that nobody can forge an answer to it.
  private String messageId(OutgoingMessage message) {
    var id = secret.sign("message-id", Long.toString(message.deliveryId()).getBytes(UTF_8));
    return HexFormat.of().formatHex(id, 0, 16) + "@" + sender.domain();
  }

  private static String to(OutgoingMessage message) throws UnsupportedEncodingException {
    var to =
        new InternetAddress(
            HeaderSafe.check("To", message.address()),
            HeaderSafe.check("To", message.recipientName()),
            UTF8);
    return Folded.header("To", to.toString());
  }

  private static String subject(OutgoingMessage message) throws UnsupportedEncodingException {
    var subject = HeaderSafe.check("Subject", message.subject());
    return Folded.header("Subject", MimeUtility.encodeText(subject, UTF8, null));
  }

  private InternetAddress from(String unitName) throws UnsupportedEncodingException {
    var name = sender.name().replace("{unit}", unitName);
    return new InternetAddress(sender.address(), HeaderSafe.check("From", name), UTF8);
  }

  private static byte[] ascii(String header) {
    return header.getBytes(US_ASCII);
  }

  /// Letters that share a skeleton.
  private record Kind(
      long unitId, String unitName, boolean refusable, LetterSkeleton.Bodies bodies) {}

  /// Who letters come from.
  ///
  /// @param name with `{unit}` where the unit's name goes
  /// @param replyTo empty: to `address`
  /// @param refusalsTo where one may refuse by letter; empty: by the link only
  record Sender(String address, String name, String replyTo, String refusalsTo) {

    Sender {
      HeaderSafe.check("From", address);
      HeaderSafe.check("From", name);
      HeaderSafe.check("List-Unsubscribe", refusalsTo);
    }

    String domain() {
      return address.substring(address.indexOf('@') + 1);
    }
  }
}
