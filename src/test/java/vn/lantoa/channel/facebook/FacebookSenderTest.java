package vn.lantoa.channel.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.channel.ChannelExamples;
import vn.lantoa.channel.FacebookAccount;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.Secret;
import vn.lantoa.channel.StandInProviders;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.delivery.OutgoingMessage;
import vn.lantoa.lab.sandbox.Fault;
import vn.lantoa.lab.sandbox.SandboxFaults;
import vn.lantoa.lab.sandbox.SandboxHttp;
import vn.lantoa.lab.sandbox.SandboxInbox;

class FacebookSenderTest {

  private static final OutgoingMessage POST =
      ChannelExamples.post(41, Channel.FACEBOOK, "1234567890");

  @RegisterExtension private final StandInProviders providers = StandInProviders.open();
  private final SandboxFaults faults = providers.faults();
  private final SandboxInbox inbox = providers.inbox();
  private final SandboxHttp graph = providers.standIns();
  private final ProviderHttp http = providers.http();
  private final FacebookSender sender = new FacebookSender(graph.facebook(), http);

  @Test
  void publishesOnThePage() {
    var outcome = sender.send(POST);

    assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
    assertThat(inbox.latest(Channel.FACEBOOK, 1).getFirst().text()).isEqualTo(POST.text());
  }

  @ParameterizedTest
  @CsvSource({
    "500, 2, Ambiguous",
    "500, 1, Ambiguous",
    "400, 506, Ambiguous",
    "403, 4, Throttled",
    "400, 17, Throttled",
    "400, 32, Retry",
    "400, 341, Throttled",
    "400, 368, ChannelDown",
    "400, 190, ChannelDown",
    "403, 230, Permanent",
    "400, 1609005, Permanent",
    "503, 987, Ambiguous",
  })
  void judgesByTheCode(int status, int code, String expected) {
    faults.set(Channel.FACEBOOK, Fault.refuse(status, code));

    var outcome = sender.send(POST);

    assertThat(outcome.getClass().getSimpleName()).isEqualTo(expected);
    assertThat(graph.asked(Channel.FACEBOOK)).isEqualTo(1);
  }

  @Test
  void isUnsureWhenTheAnswerIsLost() {
    faults.set(Channel.FACEBOOK, Fault.dropAfter());

    var outcome = sender.send(POST);

    assertThat(outcome).isInstanceOf(Outcome.Ambiguous.class);
    assertThat(inbox.counts()).containsEntry(Channel.FACEBOOK, 1L);
  }

  @Test
  void refusesOnlyThePageItHasNoTokenFor() {
    var account =
        new FacebookAccount(
            graph.facebook().baseUrl(), Map.of("another", new Secret("x")), Secret.NONE);

    var outcome = new FacebookSender(account, http).send(POST);

    assertThat(outcome).isInstanceOf(Outcome.Permanent.class);
  }

  @Test
  void pausesTheChannelWithoutAnyToken() {
    var account = new FacebookAccount(graph.facebook().baseUrl(), Map.of(), Secret.NONE);

    var outcome = new FacebookSender(account, http).send(POST);

    assertThat(outcome).isInstanceOf(Outcome.ChannelDown.class);
  }
}
