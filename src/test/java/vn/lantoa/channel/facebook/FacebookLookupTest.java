package vn.lantoa.channel.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.channel.ChannelExamples.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.lantoa.channel.ChannelExamples;
import vn.lantoa.channel.FacebookAccount;
import vn.lantoa.channel.ProviderHttp;
import vn.lantoa.channel.Secret;
import vn.lantoa.channel.StandInProviders;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.delivery.LookUp;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.delivery.OutgoingMessage;
import vn.lantoa.lab.sandbox.Fault;
import vn.lantoa.lab.sandbox.SandboxFaults;
import vn.lantoa.lab.sandbox.SandboxHttp;

class FacebookLookupTest {

  private static final OutgoingMessage POST =
      ChannelExamples.post(41, Channel.FACEBOOK, "100000000001");

  @RegisterExtension private final StandInProviders providers = StandInProviders.open();
  private final SandboxFaults faults = providers.faults();
  private final SandboxHttp graph = providers.standIns();
  private final ProviderHttp http = providers.http();

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
  void findsThePostThoughTheAnswerWasLost() {
    faults.set(Channel.FACEBOOK, Fault.dropAfter());
    assertThat(send()).isInstanceOf(Outcome.Ambiguous.class);

    assertThat(lookUp())
        .isInstanceOfSatisfying(
            LookUp.Found.class,
            found -> assertThat(found.status()).isEqualTo(DeliveryStatus.DELIVERED));
  }

  @Test
  void takesNoPostThatBelongsToAnotherDelivery() {
    var first = ((Outcome.Delivered) send()).ref();
    var second = ((Outcome.Delivered) send()).ref();

    assertThat(lookUp(graph.facebook(), NOW, second::equals))
        .isEqualTo(new LookUp.Found(first, DeliveryStatus.DELIVERED, ""));
    assertThat(lookUp(graph.facebook(), NOW, _ -> true)).isInstanceOf(LookUp.NotFound.class);
  }

  @Test
  void takesNoPostOfAnotherDay() {
    send();

    assertThat(lookUp(graph.facebook(), NOW.minus(Duration.ofDays(1)), _ -> false))
        .isInstanceOf(LookUp.NotFound.class);
    assertThat(lookUp(graph.facebook(), NOW.plus(Duration.ofDays(1)), _ -> false))
        .isInstanceOf(LookUp.NotFound.class);
  }

  @Test
  void doesNotCallAPostMissingOfWhichTheFeedIsTooLong() {
    for (int i = 0; i < 50; i++) {
      send();
    }

    assertThat(lookUp(graph.facebook(), NOW, _ -> true)).isInstanceOf(LookUp.Unanswered.class);
  }

  @Test
  void knowsNothingWhenFacebookCannotBeAsked() {
    var stranger =
        new FacebookAccount(graph.facebook().baseUrl(), Map.of(), new Secret("expired-token"));
    assertThat(lookUp(stranger, NOW, _ -> false))
        .isEqualTo(new LookUp.Unanswered("Facebook: HTTP 401"));

    graph.close();
    assertThat(lookUp()).isInstanceOf(LookUp.Unanswered.class);
  }

  private Outcome send() {
    return new FacebookSender(graph.facebook(), http).send(POST);
  }

  private LookUp lookUp() {
    return lookUp(graph.facebook(), NOW, _ -> false);
  }

  private LookUp lookUp(FacebookAccount account, Instant wireAt, Predicate<String> isTaken) {
    return new FacebookLookup(account, http).lookUp(POST, wireAt, isTaken);
  }
}
