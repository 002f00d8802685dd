package vn.lantoa.channel.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.channel.ChannelExamples;
import vn.lantoa.channel.Json;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.Secret;
import vn.lantoa.channel.StandInProviders;
import vn.lantoa.channel.TwilioAccount;
import vn.lantoa.channel.TwilioAccounts;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.delivery.LookUp;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.delivery.OutgoingMessage;
import vn.lantoa.lab.sandbox.Fault;
import vn.lantoa.lab.sandbox.SandboxFaults;
import vn.lantoa.lab.sandbox.SandboxHttp;

class TwilioLookupTest {

  private static final OutgoingMessage TEXT = ChannelExamples.sms(41, "+84912345678");

  @RegisterExtension private final StandInProviders providers = StandInProviders.open();
  private final SandboxFaults faults = providers.faults();
  private final SandboxHttp twilio = providers.standIns();
  private final ProviderHttp http = providers.http();
  private final TwilioClients clients =
      clients(twilio.twilio().base(), twilio.twilio().authToken());

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
  void findsWhatWasTakenThoughOneOfTheClocksIsWrong() {
    send(TEXT);

    var lookup = new TwilioLookup(clients, new TwilioStatuses());
    for (int hours : new int[] {-7, 7}) {
      var wireAt = ChannelExamples.CLOCK.instant().plus(Duration.ofHours(hours));
      assertThat(lookup.lookUp(TEXT, wireAt, _ -> false)).isInstanceOf(LookUp.Found.class);
    }
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

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{}", "[]", "{\"messages\": [{\"status\": []}]}", ""})
  void knowsNothingWhenTheAnswerCannotBeRead(String answer) throws IOException {
    assertThat(lookUpWhere(answer)).isInstanceOf(LookUp.Unanswered.class);
  }

  @Test
  void goesByWhenTwilioMadeItWhileItIsQueued() throws IOException {
    var queued =
        """
        {"messages": [{"sid": "SM1", "status": "queued", "body": %s, "date_sent": null,
          "date_created": "Sun, 10 Oct 2027 00:30:01 +0000"}]}
        """
            .formatted(Json.write(TEXT.text()));

    assertThat(lookUpWhere(queued)).isEqualTo(new LookUp.Found("SM1", DeliveryStatus.SENT, ""));
  }

  @Test
  void saysWhyItFailedAsTheCallbackWould() throws IOException {
    var failed =
        """
        {"messages": [{"sid": "SM1", "status": "undelivered", "body": %s, "error_code": 30003,
          "date_created": "Sun, 10 Oct 2027 00:30:01 +0000"}]}
        """
            .formatted(Json.write(TEXT.text()));

    var told = new TwilioStatuses().receipt("undelivered", "SM1", "30003", null).orElseThrow();
    assertThat(lookUpWhere(failed))
        .isEqualTo(new LookUp.Found("SM1", DeliveryStatus.UNDELIVERED, told.reason()));
  }

  @Test
  void doesNotCallAMessageMissingWhoseWordsTwilioForgot() throws IOException {
    var redacted =
        """
        {"messages": [{"sid": "SM1", "status": "sent", "body": "",
          "date_created": "Sun, 10 Oct 2027 00:30:01 +0000"}]}
        """;

    assertThat(lookUpWhere(redacted)).isInstanceOf(LookUp.Unanswered.class);
  }

  @Test
  void doesNotCallAMessageMissingOfWhichTheListIsTooShort() {
    send(TEXT);
    for (int i = 0; i < 20; i++) {
      send(saying("Tin khác " + i));
    }

    assertThat(lookUp(clients, _ -> false)).isInstanceOf(LookUp.Unanswered.class);
  }

  @Test
  void findsNothingWhereTheListGoesBackFarEnough() {
    for (int i = 0; i < 21; i++) {
      send(TEXT);
    }

    var lookup = new TwilioLookup(clients, new TwilioStatuses());
    var aDayLater = ChannelExamples.NOW.plus(Duration.ofDays(1));
    assertThat(lookup.lookUp(TEXT, aDayLater, _ -> false)).isInstanceOf(LookUp.NotFound.class);
  }

  private LookUp lookUpWhere(String answer) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var bytes = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
    try {
      var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      return lookUp(clients(base, new Secret("x")), _ -> false);
    } finally {
      server.stop(0);
    }
  }

  private static OutgoingMessage saying(String text) {
    return new OutgoingMessage(
        43,
        Channel.SMS,
        1,
        TEXT.target(),
        7,
        3,
        "",
        "",
        TEXT.address(),
        "",
        text,
        "",
        "i",
        "h",
        "",
        TEXT.fireAt(),
        TEXT.expiresAt(),
        "main");
  }

  private Outcome send(OutgoingMessage message) {
    return new SmsSender(
            clients, ChannelExamples.PUBLIC_URL, ChannelExamples.CLOCK, ChannelExamples.NUMBERS)
        .send(message);
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
