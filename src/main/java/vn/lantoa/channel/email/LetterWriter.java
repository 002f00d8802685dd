package vn.lantoa.channel.email;

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
import vn.lantoa.channel.InstallationSecret;
import vn.lantoa.channel.UnsubscribeLinks;
import vn.lantoa.channel.email.LetterSkeleton.Gap;
import vn.lantoa.delivery.OutgoingMessage;
import vn.lantoa.delivery.OutgoingMessage.Target;

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
    body = new LetterBody(templates);
    this.clock = clock;
  }

  /// @throws HeaderSafe.UnsafeHeader when a value would break out of its header
  Letter write(OutgoingMessage message) throws MessagingException, IOException {
    boolean refusable = message.target() == Target.PERSON;
    var wayOut = refusable ? links.url(message.channel(), message.address()) : "";
    var messageId = messageId(message);
    var values = new EnumMap<Gap, String>(Gap.class);
    values.put(Gap.TO, to(message));
    values.put(Gap.SUBJECT, subject(message));
    values.put(Gap.DATE, dates.of(clock.instant()));
    values.put(Gap.MESSAGE_ID, messageId);
    values.put(Gap.WAY_OUT, HeaderSafe.check("List-Unsubscribe", wayOut));
    values.put(Gap.TEXT, body.text(message, wayOut));
    values.put(Gap.HTML, body.html(message, wayOut));
    var bytes = skeleton(message.unitName(), refusable).fill(values);
    return new Letter(messageId, sender.address(), message.address(), bytes);
  }

  private LetterSkeleton skeleton(String unitName, boolean refusable)
      throws MessagingException, IOException {
    var kind = new Kind(unitName, refusable);
    var known = skeletons.get(kind);
    if (known != null) {
      return known;
    }
    if (skeletons.size() >= MOST_SKELETONS) {
      skeletons.clear();
    }
    var replyTo = InternetAddress.parse(HeaderSafe.check("Reply-To", sender.replyTo()));
    var skeleton = MarkedLetter.skeleton(from(unitName), replyTo, refusable);
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
    return MimeUtility.fold("To: ".length(), to.toString());
  }

  private static String subject(OutgoingMessage message) throws UnsupportedEncodingException {
    var subject = HeaderSafe.check("Subject", message.subject());
    return MimeUtility.fold("Subject: ".length(), MimeUtility.encodeText(subject, UTF8, null));
  }

  private InternetAddress from(String unitName) throws UnsupportedEncodingException {
    var name = sender.name().replace("{unit}", unitName);
    return new InternetAddress(sender.address(), HeaderSafe.check("From", name), UTF8);
  }

  /// Letters that share a skeleton.
  private record Kind(String unitName, boolean refusable) {}

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
