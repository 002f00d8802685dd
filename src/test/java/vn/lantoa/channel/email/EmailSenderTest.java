package vn.lantoa.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.channel.ChannelExamples;
import vn.lantoa.channel.MailServer;
import vn.lantoa.channel.Secret;
import vn.lantoa.channel.UnsubscribeLinks;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.delivery.OutgoingMessage;
import vn.lantoa.lab.sandbox.Fault;
import vn.lantoa.lab.sandbox.Fault.Stage;
import vn.lantoa.lab.sandbox.SandboxFaults;
import vn.lantoa.lab.sandbox.SandboxInbox;
import vn.lantoa.lab.sandbox.SandboxMail;

class EmailSenderTest {

  private static final OutgoingMessage LETTER = ChannelExamples.letter(41, "thao@example.edu.vn");

  private final SandboxFaults faults = new SandboxFaults();
  private final SandboxInbox inbox = new SandboxInbox();
  private final SandboxMail mail = new SandboxMail(0, faults, inbox, ChannelExamples.CLOCK);
  private final SmtpConnections connections = EmailExamples.connections(mail.address());
  private final EmailSender sender = EmailExamples.sender(mail.address(), connections);

  @AfterEach
  void stop() {
    connections.close();
    mail.close();
  }

  @Test
  void keepsVietnameseAsItIs() throws Exception {
    var outcome = sender.send(LETTER);

    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    var got = inbox.latest(Channel.EMAIL, 1).getFirst();
    assertThat(got.subject()).isEqualTo(LETTER.subject());
    assertThat(got.from()).isEqualTo(LETTER.unitName() + " <lantoa@example.edu.vn>");
    assertThat(got.text().replace("\r\n", "\n")).startsWith(LETTER.text());
    assertThat(got.html()).contains(LETTER.html()).contains(LETTER.unitName());
    var to = (InternetAddress) received().getAllRecipients()[0];
    assertThat(to.getPersonal()).isEqualTo(LETTER.recipientName());
  }

  @Test
  void keepsLinesThatBeginWithADot() throws Exception {
    var text = "one line\n.\n..two dots\n.hidden\n" + "word ".repeat(40);

    sender.send(ChannelExamples.withText(LETTER, text));

    assertThat(inbox.latest(Channel.EMAIL, 1).getFirst().text().replace("\r\n", "\n"))
        .startsWith(text.strip());
  }

  @Test
  void showsAPersonTheWayOut() throws Exception {
    sender.send(LETTER);

    var letter = received();
    var url = letter.getHeader("List-Unsubscribe", null).replaceAll("^<|>$", "");
    assertThat(url).startsWith(ChannelExamples.PUBLIC_URL + "/u/");
    assertThat(ChannelExamples.links().read(url.substring(url.lastIndexOf('/') + 1)))
        .contains(new UnsubscribeLinks.Target(Channel.EMAIL, LETTER.address(), LETTER.unitId()));
    assertThat(letter.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    var got = inbox.latest(Channel.EMAIL, 1).getFirst();
    assertThat(got.text()).contains("đã đồng ý nhận thông tin của").contains(url);
    assertThat(got.html()).contains("Ngừng nhận thư").contains(url);
  }

  @Test
  void offersAStationNoWayOut() throws Exception {
    sender.send(
        ChannelExamples.message(
            42, Channel.EMAIL, OutgoingMessage.Target.STATION, "school@example.edu.vn"));

    assertThat(received().getHeader("List-Unsubscribe")).isNull();
    assertThat(inbox.latest(Channel.EMAIL, 1).getFirst().html()).doesNotContain("/u/");
  }

  @Test
  void givesALetterTheSameNameOnEveryTry() throws Exception {
    var first = (Outcome.Accepted) sender.send(LETTER);
    var firstId = received().getMessageID();

    var second = (Outcome.Accepted) sender.send(LETTER);
    var other = (Outcome.Accepted) sender.send(ChannelExamples.letter(42, "thao@example.edu.vn"));

    assertThat(second.ref()).isEqualTo(first.ref()).isNotEqualTo(other.ref());
    assertThat(firstId).isEqualTo("<" + first.ref() + ">").endsWith("@example.edu.vn>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\n", "\r\n", "\r\n ", "\0", "\u2028", "\u2029"})
  void refusesALineBreakInEveryHeader(String lineBreak) {
    var evil = "Xin chào" + lineBreak + "Bcc: victim@example.com";

    assertThat(sender.send(ChannelExamples.withSubject(LETTER, evil))).satisfies(this::isRefused);
    assertThat(sender.send(ChannelExamples.withRecipientName(LETTER, evil)))
        .satisfies(this::isRefused);
    assertThat(sender.send(ChannelExamples.withUnitName(LETTER, evil))).satisfies(this::isRefused);
    assertThat(sender.send(ChannelExamples.letter(43, "a@b.vn" + lineBreak + "c@d.vn")))
        .satisfies(this::isRefused);
    assertThat(inbox.counts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 451, 4.3.0 wait, Retry",
    "MAIL, 550, 5.7.1 who are you, ChannelDown",
    "MAIL, 552, 5.3.4 too large, Permanent",
    "RCPT, 450, 4.2.0 greylisted, Retry",
    "RCPT, 550, 5.1.1 no such user, Permanent",
    "RCPT, 550, no such user, Permanent",
    "RCPT, 554, 5.7.1 relay access denied, ChannelDown",
    "RCPT, 550, 5.7.1 rejected by policy, Permanent",
    "RCPT, 530, 5.7.0 authentication required, ChannelDown",
    "DATA, 452, 4.3.1 disk full, Retry",
    "DATA, 554, 5.6.0 spam, Permanent",
  })
  void judgesByStepAndCode(Stage stage, int reply, String words, String expected) {
    faults.set(Channel.EMAIL, Fault.smtp(stage, reply, words).next(1));

    var refused = sender.send(LETTER);
    var next = sender.send(ChannelExamples.letter(42, "binh@example.edu.vn"));

    assertThat(refused.getClass().getSimpleName()).isEqualTo(expected);
    assertThat(next).isInstanceOf(Outcome.Accepted.class);
    assertThat(inbox.counts()).containsEntry(Channel.EMAIL, 1L);
  }

  @Test
  void blocksOnlyAnAddressThatIsDead() {
    faults.set(Channel.EMAIL, Fault.smtp(Stage.RCPT, 550, "5.1.1 no such user").next(1));
    var dead = sender.send(LETTER);
    faults.set(Channel.EMAIL, Fault.smtp(Stage.RCPT, 552, "5.2.2 mailbox full").next(1));
    var full = sender.send(LETTER);

    assertThat(dead)
        .isInstanceOfSatisfying(Outcome.Permanent.class, p -> assertThat(p.suppress()).isTrue());
    assertThat(full)
        .isInstanceOfSatisfying(Outcome.Permanent.class, p -> assertThat(p.suppress()).isFalse());
  }

  @Test
  void isUnsureWhenTheServerHangsUpAfterTheDot() {
    faults.set(Channel.EMAIL, Fault.dropAfter().next(1));

    var outcome = sender.send(LETTER);

    assertThat(outcome).isInstanceOf(Outcome.Ambiguous.class);
    assertThat(inbox.counts()).containsEntry(Channel.EMAIL, 1L);
  }

  @Test
  void isUnsureWhenTheServerTakesTheLetterAndThenItsTime() {
    faults.set(Channel.EMAIL, Fault.slow(Duration.ofDays(1)).next(1));

    // Enough for any letter but this one.
    try (var hasty = EmailExamples.connections(mail.address(), Duration.ofSeconds(5))) {
      var outcome = EmailExamples.sender(mail.address(), hasty).send(LETTER);
      var next =
          EmailExamples.sender(mail.address(), hasty)
              .send(ChannelExamples.letter(42, "binh@example.edu.vn"));

      assertThat(outcome).isInstanceOf(Outcome.Ambiguous.class);
      assertThat(next).isInstanceOf(Outcome.Accepted.class);
    }
  }

  @Test
  void triesAgainWhenTheServerHangsUpBeforeTheLetter() {
    faults.set(Channel.EMAIL, Fault.dropBefore().next(1));

    var outcome = sender.send(LETTER);

    assertThat(outcome).isInstanceOf(Outcome.Retry.class);
    assertThat(inbox.counts()).isEmpty();
  }

  @Test
  void losesAndDoublesNothingWhenAReadyConnectionIsDead() {
    sender.send(LETTER);
    faults.set(Channel.EMAIL, Fault.dropBefore().next(1));

    var outcome = sender.send(ChannelExamples.letter(42, "binh@example.edu.vn"));

    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(inbox.counts()).containsEntry(Channel.EMAIL, 2L);
  }

  @Test
  void reachesAServerThatWasStartedAnew() throws Exception {
    sender.send(LETTER);
    mail.close();
    var down = sender.send(ChannelExamples.letter(42, "binh@example.edu.vn"));

    try (var again = new SandboxMail(mail.address().port(), faults, inbox, ChannelExamples.CLOCK)) {
      var up = sender.send(ChannelExamples.letter(42, "binh@example.edu.vn"));

      assertThat(down).isInstanceOf(Outcome.Unavailable.class);
      assertThat(up).isInstanceOf(Outcome.Accepted.class);
      assertThat(again.sources()).hasSize(1);
    }
  }

  @Test
  void pausesTheChannelWhenNoServerIsConfigured() {
    var none = new MailServer("", 25, "", Secret.NONE, MailServer.Encryption.AUTO);

    var outcome = EmailExamples.sender(none, connections).send(LETTER);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.ChannelDown.class, down -> assertThat(down.why()).contains("LANTOA_SMTP_HOST"));
  }

  private void isRefused(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Permanent.class);
    assertThat(outcome.toString()).doesNotContain("victim");
  }

  private MimeMessage received() throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(mail.sources().getFirst()));
  }
}
