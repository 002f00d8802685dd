package vn.lantoa.channel.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.channel.OutcomeTable;
import vn.lantoa.channel.Reasons;
import vn.lantoa.common.EmailAddress;
import vn.lantoa.delivery.ChannelSender;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.delivery.OutgoingMessage;

/// Hands a letter to the mail server.
@Component("emailSender")
class EmailSender implements ChannelSender {

  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Pattern ENHANCED =
      Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
  private static final Pattern RELAY = Pattern.compile("(?i)\\brelay");

  private final LetterWriter letters;
  private final SmtpRelays relays;
  private final OutcomeTable table = OutcomeTable.of("smtp");

  EmailSender(LetterWriter letters, SmtpRelays relays) {
    this.letters = letters;
    this.relays = relays;
  }

  @Override
  public Outcome send(OutgoingMessage message) {
    if (!relays.isConfigured(message.account())) {
      return new Outcome.ChannelDown(
          Reasons.say("setting-missing", "lantoa.email.host (LANTOA_SMTP_HOST)"));
    }
    try {
      var letter = letters.write(message);
      if (EmailAddress.parse(message.address()).isEmpty()) {
        return new Outcome.Permanent(Reasons.say("email.bad-address"), false);
      }
      return outcome(letter, relays.deliver(message.account(), letter));
    } catch (HeaderSafe.UnsafeHeader e) {
      return new Outcome.Permanent(Reasons.say("email.unsafe-header", e.header()), false);
    } catch (MessagingException | IOException e) {
      // Only writing the letter throws; nothing is on the wire yet.
      return new Outcome.Permanent(
          Reasons.say("email.unwritable", e.getClass().getSimpleName()), false);
    }
  }

  private Outcome outcome(Letter letter, SmtpAnswer answer) {
    return switch (answer) {
      case SmtpAnswer.Taken _ -> new Outcome.Accepted(letter.messageId());
      case SmtpAnswer.Refused refused -> refused(refused);
      case SmtpAnswer.Broken broken -> broken(broken);
    };
  }

  private Outcome refused(SmtpAnswer.Refused refused) {
    List<String> said = new ArrayList<>();
    var enhanced = ENHANCED.matcher(refused.said());
    if (refused.code() >= 500 && RELAY.matcher(refused.said()).find()) {
      said.add("relay");
    }
    List<String> codes = new ArrayList<>();
    if (enhanced.find()) {
      codes.add(enhanced.group(1));
    }
    codes.add(Integer.toString(refused.code()));
    codes.add(refused.code() / 100 + "xx");
    codes.forEach(code -> said.add(refused.step() + " " + code));
    said.addAll(codes);
    return table.outcome(said, refused.said(), null);
  }

  private Outcome broken(SmtpAnswer.Broken broken) {
    var cause = root(broken.cause());
    var why = cause.getClass().getSimpleName();
    return switch (broken.step()) {
      case DOT -> new Outcome.Ambiguous(Reasons.say("email.answer-lost", why));
      case MAIL, RCPT, DATA -> new Outcome.Retry(PAUSE, Reasons.say("email.broken", why));
      case CONNECT ->
          isNoTls(cause)
              ? new Outcome.ChannelDown(Reasons.say("email.tls"))
              : broken.cause() instanceof AuthenticationFailedException
                  ? table.outcome(List.of("auth"), "", null)
                  : new Outcome.Unavailable(Reasons.say("email.unreachable", why));
    };
  }

  /// Whether it is for a person to mend: a certificate that is not good, or a server that does not
  /// offer the TLS we insist on, which the library says without any other cause. A handshake that
  /// was cut ends in I/O trouble and passes.
  private static boolean isNoTls(Throwable root) {
    return root instanceof GeneralSecurityException
        || root instanceof SSLException
        || root.getClass() == MessagingException.class;
  }

  private static Throwable root(Throwable thrown) {
    var root = thrown;
    for (var next = thrown; next != null; next = cause(next)) {
      root = next;
    }
    return root;
  }

  private static @Nullable Throwable cause(Throwable thrown) {
    return thrown instanceof MessagingException e && e.getNextException() != null
        ? e.getNextException()
        : thrown.getCause();
  }
}
