package vn.lantoa.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.channel.ChannelExamples;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.Secret;
import vn.lantoa.channel.StandInProviders;
import vn.lantoa.channel.TelegramBot;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.delivery.OutgoingMessage;
import vn.lantoa.lab.sandbox.Fault;
import vn.lantoa.lab.sandbox.SandboxFaults;
import vn.lantoa.lab.sandbox.SandboxHttp;
import vn.lantoa.lab.sandbox.SandboxInbox;

class TelegramSenderTest {

  private static final OutgoingMessage POST = ChannelExamples.post(41, Channel.TELEGRAM, "@sogddt");

  @RegisterExtension private final StandInProviders providers = StandInProviders.open();
  private final SandboxFaults faults = providers.faults();
  private final SandboxInbox inbox = providers.inbox();
  private final SandboxHttp telegram = providers.standIns();
  private final ProviderHttp http = providers.http();
  private final TelegramSender sender = new TelegramSender(telegram.telegram(), http);

  @Test
  void postsInTheChannelWithItsMarksEscaped() {
    var outcome = sender.send(ChannelExamples.withSubject(POST, "Học & <b>làm</b>"));

    assertThat(outcome).isEqualTo(new Outcome.Delivered("1"));
    assertThat(inbox.latest(Channel.TELEGRAM, 1).getFirst().html())
        .startsWith("<b>Học &amp; &lt;b&gt;làm&lt;/b&gt;</b>")
        .contains("dịch vụ công trực tuyến");
  }

  @Test
  void waitsAsLongAsTelegramAsks() {
    faults.set(Channel.TELEGRAM, Fault.busy(429, Duration.ofSeconds(34)));

    var outcome = sender.send(POST);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Throttled.class,
            throttled -> assertThat(throttled.after()).isEqualTo(Duration.ofSeconds(34)));
  }

  @ParameterizedTest
  @CsvSource({"400, Permanent", "401, ChannelDown", "403, Permanent", "502, Ambiguous"})
  void judgesByTheStatus(int status, String expected) {
    faults.set(Channel.TELEGRAM, Fault.refuse(status, status));

    assertThat(sender.send(POST).getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void neverTellsItsToken() {
    var nobody = new TelegramBot(URI.create("http://127.0.0.1:1"), new Secret("1:canary-token"));
    var wrong = new TelegramBot(telegram.telegram().baseUrl(), new Secret("1:canary-token"));

    var unreachable = new TelegramSender(nobody, http).send(POST);
    var refused = new TelegramSender(wrong, http).send(POST);

    assertThat(unreachable).isInstanceOf(Outcome.Unavailable.class);
    assertThat(refused).isInstanceOf(Outcome.ChannelDown.class);
    assertThat(unreachable + " " + refused + " " + wrong).doesNotContain("canary");
  }
}
