package vn.lantoa.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import vn.lantoa.channel.ChannelExamples;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.Secret;
import vn.lantoa.channel.StandInProviders;
import vn.lantoa.channel.TwilioAccount;
import vn.lantoa.channel.TwilioAccounts;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.lab.sandbox.Fault;
import vn.lantoa.lab.sandbox.SandboxFaults;
import vn.lantoa.lab.sandbox.SandboxHttp;
import vn.lantoa.lab.sandbox.SandboxInbox;
import vn.lantoa.testing.Eventually;

class SmsSenderTest {

  private static final String NUMBER = "+84912345678";

  @RegisterExtension private final StandInProviders providers = StandInProviders.open();
  private final SandboxFaults faults = providers.faults();
  private final SandboxInbox inbox = providers.inbox();
  private final SandboxHttp twilio = providers.standIns();
  private final ProviderHttp http = providers.http();
  private final SmsSender sender = sender(silent(twilio.twilio()));

  @Test
  void handsTheTextOverAsItIs() {
    var message = ChannelExamples.sms(41, NUMBER);

    var outcome = sender.send(message);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Accepted.class, accepted -> assertThat(accepted.ref()).startsWith("SM"));
    assertThat(inbox.latest(Channel.SMS, 10))
        .singleElement()
        .satisfies(got -> assertThat(got.text()).isEqualTo(message.text()))
        .satisfies(got -> assertThat(got.to()).isEqualTo(NUMBER));
  }

  @Test
  void isTakenJustTheSameWhenTwiliosLibraryLogsWhatItDoes() {
    var logger = (Logger) LoggerFactory.getLogger("com.twilio");
    logger.setLevel(Level.DEBUG);
    try {
      assertThat(sender.send(ChannelExamples.sms(41, NUMBER))).isInstanceOf(Outcome.Accepted.class);
    } finally {
      logger.setLevel(null);
    }
  }

  @Test
  void asksOnlyOnceWhenTwilioFails() {
    faults.set(Channel.SMS, Fault.refuse(500, 20500));

    var outcome = sender.send(ChannelExamples.sms(41, NUMBER));

    assertThat(outcome).isInstanceOf(Outcome.Ambiguous.class);
    assertThat(twilio.asked(Channel.SMS)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 21211, Permanent",
    "400, 21612, Permanent",
    "400, 99999, Permanent",
    "400, 21408, ChannelDown",
    "400, 21606, ChannelDown",
    "401, 20003, ChannelDown",
    "403, 12345, ChannelDown",
    "502, 0, Ambiguous",
    "400, 30002, ChannelDown",
    "400, 30410, Ambiguous",
    "400, 21611, Retry",
  })
  void judgesByTheCode(int status, int code, String expected) {
    faults.set(Channel.SMS, Fault.refuse(status, code));

    var outcome = sender.send(ChannelExamples.sms(41, NUMBER));

    assertThat(outcome.getClass().getSimpleName()).isEqualTo(expected);
    assertThat(inbox.counts()).isEmpty();
  }

  @Test
  void blocksANumberThatIsDeadAndNoOther() {
    faults.set(Channel.SMS, Fault.refuse(400, 21614).next(1));

    var dead = sender.send(ChannelExamples.sms(41, NUMBER));
    faults.set(Channel.SMS, Fault.refuse(400, 30007).next(1));
    var filtered = sender.send(ChannelExamples.sms(42, NUMBER));

    assertThat(dead)
        .isInstanceOfSatisfying(Outcome.Permanent.class, p -> assertThat(p.suppress()).isTrue());
    assertThat(filtered)
        .isInstanceOfSatisfying(Outcome.Permanent.class, p -> assertThat(p.suppress()).isFalse());
  }

  @Test
  void waitsAsLongAsTwilioAsks() {
    faults.set(Channel.SMS, Fault.busy(20429, Duration.ofSeconds(17)));

    var outcome = sender.send(ChannelExamples.sms(41, NUMBER));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Throttled.class,
            throttled -> assertThat(throttled.after()).isEqualTo(Duration.ofSeconds(17)));
  }

  @Test
  void isUnsureWhenTheAnswerIsLost() {
    faults.set(Channel.SMS, Fault.dropAfter().next(1));
    var dropped = sender.send(ChannelExamples.sms(41, NUMBER));
    faults.set(Channel.SMS, Fault.garbled().next(1));
    var garbled = sender.send(ChannelExamples.sms(43, NUMBER));

    assertThat(dropped).isInstanceOf(Outcome.Ambiguous.class);
    assertThat(garbled).isInstanceOf(Outcome.Ambiguous.class);
    assertThat(twilio.asked(Channel.SMS)).isEqualTo(2);
  }

  @Test
  void isUnsureWhenTheAnswerTakesTooLong() {
    faults.set(Channel.SMS, Fault.slow(Duration.ofDays(1)));
    try (var hasty =
        new ProviderHttp(Eventually.PATIENCE, Duration.ofSeconds(1), ChannelExamples.CLOCK)) {
      var slow = sender(silent(twilio.twilio()), hasty).send(ChannelExamples.sms(42, NUMBER));

      assertThat(slow).isInstanceOf(Outcome.Ambiguous.class);
      eventually().until(() -> twilio.asked(Channel.SMS) == 1);
    }
  }

  @Test
  void triesAgainWhenNobodyListens() {
    var nobody = account(URI.create("http://127.0.0.1:1"), "token", "MG1");

    var outcome = sender(nobody).send(ChannelExamples.sms(41, NUMBER));

    assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void saysWhichSettingIsMissingAndPausesTheChannel() {
    var outcome =
        sender(account(URI.create("http://127.0.0.1:1"), "", "MG1"))
            .send(ChannelExamples.sms(41, NUMBER));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.ChannelDown.class,
            down -> assertThat(down.why()).contains("lantoa.sms.auth-token"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+841900123456",
        "+84190012345",
        "+18005550100",
        "+19005550100",
        "+12025550143",
        "+842253822222",
        "+8491234567",
        "+84113",
        "0912345678"
      })
  void whatIsNoMobileNumberOfACountryThatMayBeWrittenToIsNotSent(String number) {
    var outcome = sender.send(ChannelExamples.sms(41, number));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Permanent.class,
            refused -> assertThat(refused.why()).contains("không phải số di động"));
    assertThat(inbox.latest(Channel.SMS, 10)).isEmpty();
  }

  @Test
  void tellsNoSecretAndNoNumber() {
    var wrong = account(twilio.twilio().base(), "canary-token", "MG1");

    var outcome = sender(wrong).send(ChannelExamples.sms(41, NUMBER));

    assertThat(outcome).isInstanceOf(Outcome.ChannelDown.class);
    assertThat(outcome + " " + wrong).doesNotContain("canary-token").doesNotContain(NUMBER);
  }

  private SmsSender sender(TwilioAccount account) {
    return sender(account, http);
  }

  private static SmsSender sender(TwilioAccount account, ProviderHttp http) {
    return new SmsSender(
        new TwilioClients(TwilioAccounts.only(account), http),
        ChannelExamples.PUBLIC_URL,
        ChannelExamples.CLOCK,
        ChannelExamples.NUMBERS);
  }

  private static TwilioAccount account(URI base, String token, String service) {
    return new TwilioAccount(
        base, "AC00000000000000000000000000000000", new Secret(token), service, "", false);
  }

  // The public address of the examples is nobody's: without a report to it, nothing leaves this
  // machine.
  private static TwilioAccount silent(TwilioAccount a) {
    return account(a.base(), a.authToken().value(), a.messagingServiceSid());
  }
}
