package vn.lantoa.channel.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.channel.ChannelExamples;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.TwilioAccounts;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.delivery.Outcomes;
import vn.lantoa.lab.sandbox.SandboxFaults;
import vn.lantoa.lab.sandbox.SandboxHttp;
import vn.lantoa.lab.sandbox.SandboxInbox;
import vn.lantoa.lab.sandbox.SandboxSettings;

/// The stand-in reports, and our check knows its signature: two pieces of code that share nothing.
class TwilioCallbacksTest {

  private final SandboxInbox inbox = new SandboxInbox();
  private final SandboxSettings settings =
      new SandboxSettings(true, 0, 0, Duration.ofMillis(10), 0.5);
  private final SandboxHttp twilio =
      new SandboxHttp(settings, new SandboxFaults(), inbox, ChannelExamples.CLOCK);
  private final ProviderHttp http = new ProviderHttp(ChannelExamples.CLOCK);
  private final List<Outcomes.Receipt> receipts = new CopyOnWriteArrayList<>();
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private HttpServer us;
  private String publicUrl = "";

  @BeforeEach
  void listen() throws IOException {
    us = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    publicUrl = "http://127.0.0.1:" + us.getAddress().getPort();
    var check =
        new TwilioReceipts(TwilioAccounts.only(twilio.twilio()), new TwilioStatuses(), publicUrl);
    us.createContext(
        "/",
        exchange -> {
          var form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          var path = exchange.getRequestURI().getPath();
          var signature = exchange.getRequestHeaders().getFirst("X-Twilio-Signature");
          if (check.isGenuine(path, form, signature)) {
            check.read(form).ifPresent(receipts::add);
            paths.add(path);
          }
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    us.start();
  }

  @AfterEach
  void stop() {
    us.stop(0);
    http.close();
    twilio.close();
  }

  @Test
  void reportsEveryMessageToTheAddressOfItsDelivery() {
    var sender =
        new SmsSender(
            new TwilioClients(TwilioAccounts.only(twilio.twilio()), http),
            publicUrl,
            ChannelExamples.CLOCK,
            ChannelExamples.NUMBERS);

    sender.send(ChannelExamples.sms(41, "+84912345678"));
    sender.send(ChannelExamples.sms(42, "+84912345679"));

    eventually().until(() -> inbox.callbacksOutstanding() == 0);
    assertThat(receipts)
        .extracting(Outcomes.Receipt::status)
        .containsExactlyInAnyOrder(
            DeliveryStatus.SENT,
            DeliveryStatus.DELIVERED,
            DeliveryStatus.SENT,
            DeliveryStatus.UNDELIVERED);
    assertThat(paths).contains("/hooks/twilio/41", "/hooks/twilio/42");
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (var pair : body.split("&", -1)) {
      var parts = pair.split("=", 2);
      form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return form;
  }
}
