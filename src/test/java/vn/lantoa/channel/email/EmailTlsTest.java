package vn.lantoa.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.channel.ChannelExamples;
import vn.lantoa.channel.MailServer;
import vn.lantoa.channel.Secret;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.delivery.OutgoingMessage;
import vn.lantoa.lab.sandbox.SandboxFaults;
import vn.lantoa.lab.sandbox.SandboxInbox;
import vn.lantoa.lab.sandbox.SandboxMail;

/// What becomes of a letter that has to go encrypted.
class EmailTlsTest {

  private static final OutgoingMessage LETTER = ChannelExamples.letter(41, "thao@example.edu.vn");

  private final SandboxInbox inbox = new SandboxInbox();
  private final SandboxMail mail =
      new SandboxMail(0, new SandboxFaults(), inbox, ChannelExamples.CLOCK);

  @AfterEach
  void stop() {
    mail.close();
  }

  @Test
  void sendsNothingInTheClearWhenTlsIsRequired() {
    var address = mail.address();
    var strict =
        new MailServer(
            address.host(), address.port(), "", Secret.NONE, MailServer.Encryption.REQUIRED);

    try (var tls = EmailExamples.connections(strict)) {
      var outcome = EmailExamples.sender(strict, tls).send(LETTER);

      assertThat(outcome).isInstanceOf(Outcome.ChannelDown.class);
      assertThat(inbox.counts()).isEmpty();
    }
  }

  @Test
  void aCertificateThatIsNotGoodStopsTheChannel() {
    var stranger = new SSLHandshakeException("No name matching mail.example.vn found");
    stranger.initCause(new CertificateException("No name matching mail.example.vn found"));

    assertThat(whenTheHandshakeEndsIn(stranger))
        .isInstanceOfSatisfying(
            Outcome.ChannelDown.class,
            down -> assertThat(down.why()).contains("lantoa.email.encryption"));
  }

  @Test
  void aHandshakeThatIsCutIsTriedAgain() {
    var cut = new SSLHandshakeException("Remote host terminated the handshake");
    cut.initCause(new EOFException());

    assertThat(whenTheHandshakeEndsIn(cut)).isInstanceOf(Outcome.Unavailable.class);
  }

  private Outcome whenTheHandshakeEndsIn(SSLHandshakeException end) {
    var server = mail.address();
    var broken =
        new SmtpConnections(
            server, "example.edu.vn", Duration.ofSeconds(30), Duration.ofSeconds(1)) {
          @Override
          SmtpAnswer deliver(Letter letter) {
            return SmtpAnswer.Broken.connecting(end);
          }
        };
    try (broken) {
      return EmailExamples.sender(server, broken).send(LETTER);
    }
  }
}
