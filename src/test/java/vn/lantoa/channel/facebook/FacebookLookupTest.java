package vn.lantoa.channel.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.channel.ChannelExamples;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.LookUp;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.delivery.OutgoingMessage;
import vn.lantoa.sandbox.Fault;
import vn.lantoa.sandbox.SandboxFaults;
import vn.lantoa.sandbox.SandboxHttp;
import vn.lantoa.sandbox.SandboxInbox;
import vn.lantoa.sandbox.SandboxSettings;

class FacebookLookupTest {

  private static final OutgoingMessage POST =
      ChannelExamples.post(41, Channel.FACEBOOK, "100000000001");

  private final SandboxFaults faults = new SandboxFaults();
  private final SandboxHttp graph =
      new SandboxHttp(SandboxSettings.on(), faults, new SandboxInbox(), ChannelExamples.CLOCK);
  private final ProviderHttp http =
      new ProviderHttp(Duration.ofSeconds(1), Duration.ofMillis(700), ChannelExamples.CLOCK);

  @AfterEach
  void stop() {
    http.close();
    graph.close();
  }

  @Test
  void findsThePostThoughFacebookSaidThatItFailed() {
    faults.set(Channel.FACEBOOK, Fault.refuseTaken(500, 2));
    assertThat(send()).isInstanceOf(Outcome.Ambiguous.class);

    assertThat(lookUp()).isInstanceOf(LookUp.Found.class);
  }

  @Test
  void findsNothingWhereNothingWasPublished() {
    faults.set(Channel.FACEBOOK, Fault.refuse(500, 2));
    send();

    assertThat(lookUp()).isInstanceOf(LookUp.NotFound.class);
  }

  @Test
  void knowsNothingWhenFacebookIsAway() {
    graph.close();

    assertThat(lookUp()).isInstanceOf(LookUp.Unanswered.class);
  }

  private Outcome send() {
    return new FacebookSender(graph.facebook(), http).send(POST);
  }

  private LookUp lookUp() {
    return new FacebookLookup(graph.facebook(), http)
        .lookUp(POST, ChannelExamples.CLOCK.instant(), _ -> false);
  }
}
