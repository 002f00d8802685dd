package vn.lantoa.channel.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.channel.ChannelExamples;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.StandInProviders;
import vn.lantoa.channel.ZaloAccount;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.delivery.OutgoingMessage;
import vn.lantoa.lab.sandbox.Fault;
import vn.lantoa.lab.sandbox.SandboxFaults;
import vn.lantoa.lab.sandbox.SandboxHttp;
import vn.lantoa.lab.sandbox.SandboxInbox;

class ZaloSenderTest {

  private static final OutgoingMessage POST = ChannelExamples.post(41, Channel.ZALO, "oa-1");

  @TempDir Path data;

  @RegisterExtension private final StandInProviders providers = StandInProviders.open();
  private final SandboxFaults faults = providers.faults();
  private final SandboxInbox inbox = providers.inbox();
  private final SandboxHttp zalo = providers.standIns();
  private final ProviderHttp http = providers.http();
  private ZaloSender sender = sender(zalo.zalo(), Path.of("unused"));

  @BeforeEach
  void start() {
    sender = sender(zalo.zalo(), data.resolve("zalo-token"));
  }

  @Test
  void broadcastsAnArticle() {
    var outcome = sender.send(POST);

    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    var got = inbox.latest(Channel.ZALO, 1).getFirst();
    assertThat(got.subject()).isEqualTo(POST.subject());
    assertThat(got.text()).contains("dịch vụ công trực tuyến").contains(POST.link());
  }

  @ParameterizedTest
  @CsvSource({
    "200, -100, Retry",
    "200, -115, ChannelDown",
    "200, -224, ChannelDown",
    "200, -201, Permanent",
    "200, -9999, Permanent",
    "503, 0, Ambiguous",
  })
  void judgesByTheErrorThoughHttpSaysSuccess(int status, int code, String expected) {
    faults.set(Channel.ZALO, Fault.refuse(status, code));

    assertThat(sender.send(POST).getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void renewsTheTokenOnceAndKeepsTheNewPair() {
    faults.set(Channel.ZALO, Fault.refuse(200, -216).next(1));

    var renewed = sender.send(POST);
    var afterRestart = sender(zalo.zalo(), data.resolve("zalo-token")).send(POST);

    assertThat(renewed).isInstanceOf(Outcome.Accepted.class);
    assertThat(afterRestart).isInstanceOf(Outcome.Accepted.class);
    assertThat(inbox.counts()).containsEntry(Channel.ZALO, 2L);
  }

  @Test
  void pausesTheChannelWhenTheRefreshTokenWasUsedBefore() {
    faults.set(Channel.ZALO, Fault.refuse(200, -216).next(1));
    sender.send(POST);

    var another = sender(zalo.zalo(), data.resolve("another-node")).send(POST);

    assertThat(another)
        .isInstanceOfSatisfying(
            Outcome.ChannelDown.class, down -> assertThat(down.why()).contains("-14020"));
  }

  @Test
  void isUnsureWhenTheAnswerToTheBroadcastIsLost() {
    faults.set(Channel.ZALO, Fault.dropAfter());

    assertThat(sender.send(POST)).isInstanceOf(Outcome.Ambiguous.class);
    assertThat(zalo.asked(Channel.ZALO)).isEqualTo(1);
  }

  private ZaloSender sender(ZaloAccount account, Path file) {
    return new ZaloSender(account, new ZaloApi(account, new ZaloTokens(account, http, file), http));
  }
}
