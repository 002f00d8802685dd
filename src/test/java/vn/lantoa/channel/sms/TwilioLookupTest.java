package vn.lantoa.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.channel.ChannelExamples;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.Secret;
import vn.lantoa.channel.TwilioAccount;
import vn.lantoa.channel.TwilioAccounts;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.delivery.LookUp;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.delivery.OutgoingMessage;
import vn.lantoa.sandbox.Fault;
import vn.lantoa.sandbox.SandboxFaults;
import vn.lantoa.sandbox.SandboxHttp;
import vn.lantoa.sandbox.SandboxInbox;
import vn.lantoa.sandbox.SandboxSettings;

class TwilioLookupTest {

  private static final OutgoingMessage TEXT = ChannelExamples.sms(41, "+84912345678");

  private final SandboxFaults faults = new SandboxFaults();
  private final SandboxHttp twilio =
      new SandboxHttp(SandboxSettings.on(), faults, new SandboxInbox(), ChannelExamples.CLOCK);
  private final ProviderHttp http =
      new ProviderHttp(Duration.ofSeconds(1), Duration.ofMillis(700), ChannelExamples.CLOCK);
  private final TwilioClients clients =
      clients(twilio.twilio().base(), twilio.twilio().authToken());

  @AfterEach
  void stop() {
    http.close();
    twilio.close();
  }

  @Test
  void findsWhatWasTakenThoughTheAnswerWasLost() {
    faults.set(Channel.SMS, Fault.dropAfter());
    assertThat(send(TEXT)).isInstanceOf(Outcome.Ambiguous.class);

    assertThat(lookUp(clients, _ -> false))
        .isInstanceOfSatisfying(
            LookUp.Found.class,
            found -> {
              assertThat(found.ref()).startsWith("SM");
              assertThat(found.status()).isEqualTo(DeliveryStatus.SENT);
            });
  }

  @Test
  void findsNothingWhereNothingWasTaken() {
    send(ChannelExamples.sms(42, "+84912345679"));
    faults.set(Channel.SMS, Fault.dropBefore());
    send(TEXT);

    assertThat(lookUp(clients, _ -> false)).isInstanceOf(LookUp.NotFound.class);
  }

  @Test
  void takesNoMessageThatBelongsToAnotherDelivery() {
    var first = ((Outcome.Accepted) send(TEXT)).ref();
    var second = ((Outcome.Accepted) send(TEXT)).ref();

    assertThat(lookUp(clients, second::equals))
        .isEqualTo(new LookUp.Found(first, DeliveryStatus.SENT, ""));
    assertThat(lookUp(clients, _ -> true)).isInstanceOf(LookUp.NotFound.class);
  }

  @Test
  void takesNoMessageOfAnotherDay() {
    send(TEXT);

    var lookup = new TwilioLookup(clients, new TwilioStatuses());
    assertThat(
            lookup.lookUp(
                TEXT, ChannelExamples.CLOCK.instant().minus(Duration.ofDays(7)), _ -> false))
        .isInstanceOf(LookUp.NotFound.class);
  }

  @Test
  void knowsNothingWhenTwilioCannotBeAsked() {
    assertThat(lookUp(clients(URI.create("http://127.0.0.1:1"), new Secret("x")), _ -> false))
        .isInstanceOf(LookUp.Unanswered.class);
    assertThat(lookUp(clients(twilio.twilio().base(), new Secret("wrong")), _ -> false))
        .isInstanceOf(LookUp.Unanswered.class);
    assertThat(lookUp(clients(twilio.twilio().base(), Secret.NONE), _ -> false))
        .isInstanceOf(LookUp.Unanswered.class);
  }

  private Outcome send(OutgoingMessage message) {
    return new SmsSender(clients, ChannelExamples.PUBLIC_URL, ChannelExamples.CLOCK).send(message);
  }

  private static LookUp lookUp(
      TwilioClients clients, java.util.function.Predicate<String> isTaken) {
    return new TwilioLookup(clients, new TwilioStatuses())
        .lookUp(TEXT, ChannelExamples.CLOCK.instant(), isTaken);
  }

  private TwilioClients clients(URI base, Secret token) {
    var account =
        new TwilioAccount(
            base,
            "AC00000000000000000000000000000000",
            token,
            "MG00000000000000000000000000000000",
            "",
            false);
    return new TwilioClients(TwilioAccounts.only(account), http);
  }
}
