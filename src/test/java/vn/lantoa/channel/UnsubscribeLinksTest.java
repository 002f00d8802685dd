package vn.lantoa.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.lantoa.channel.UnsubscribeLinks.Target;
import vn.lantoa.common.Channel;

class UnsubscribeLinksTest {

  private final UnsubscribeLinks links = ChannelExamples.links();

  @Test
  void readsItsOwnLinkBack() {
    var url = links.url(Channel.EMAIL, "thao@example.edu.vn", 7);

    var target = links.read(url.substring(url.lastIndexOf('/') + 1));

    assertThat(url).startsWith(ChannelExamples.PUBLIC_URL + "/u/");
    assertThat(target).contains(new Target(Channel.EMAIL, "thao@example.edu.vn", 7L));
  }

  /// As letters of earlier versions carry it; they are read for years.
  @Test
  void readsALinkThatDoesNotSayWhoWrote() {
    var content = "\u0005emailthao@example.edu.vn".getBytes(US_ASCII);
    var token = Arrays.copyOf(content, content.length + 16);
    System.arraycopy(
        ChannelExamples.SECRET.sign("unsubscribe", content), 0, token, content.length, 16);

    var target = links.read(Base64.getUrlEncoder().withoutPadding().encodeToString(token));

    assertThat(target).contains(new Target(Channel.EMAIL, "thao@example.edu.vn", null));
  }

  @Test
  void refusesATokenWithAnyCharacterChanged() {
    var url = links.url(Channel.SMS, "+84912345678", 7);
    var token = url.substring(url.lastIndexOf('/') + 1);

    for (int i = 0; i < token.length() - 1; i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      var changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(links.read(changed)).as("position %d", i).isEmpty();
    }
  }

  @Test
  void refusesWhatItNeverMade() {
    var random = new Random(7);

    for (int i = 0; i < 10_000; i++) {
      var bytes = new byte[random.nextInt(80)];
      random.nextBytes(bytes);
      var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      assertThat(links.read(token)).isEmpty();
    }
    assertThat(links.read("%%%")).isEmpty();
    assertThat(links.read("A".repeat(100_000))).isEmpty();
  }

  @Test
  void doesNotReadTheLinkOfAnotherInstallation() {
    var other =
        new UnsubscribeLinks(
            new InstallationSecret("another secret, also 32 characters".getBytes(US_ASCII)),
            ChannelExamples.PUBLIC_URL);
    var url = other.url(Channel.EMAIL, "thao@example.edu.vn", 7);

    var target = links.read(url.substring(url.lastIndexOf('/') + 1));

    assertThat(target).isEmpty();
  }
}
