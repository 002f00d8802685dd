package vn.lantoa.channel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.channel.UnsubscribeLinks.Target;
import vn.lantoa.common.Channel;
import vn.lantoa.secret.InstallationSecret;

class UnsubscribeLinksTest {

  /// As letters of earlier versions carry them; they are read for years.
  private static final String SIGNED =
      "hQAAAAAAAAAHZW1haWx0aGFvQGV4YW1wbGUuZWR1LnZuo9vcwAI65bTS_hVKIOyzSw";

  private static final String SIGNED_WITHOUT_UNIT =
      "BWVtYWlsdGhhb0BleGFtcGxlLmVkdS52bvXajiUMkupppApyG0U0U1w";

  private final UnsubscribeLinks links = ChannelExamples.links();

  @Test
  void readsItsOwnLinkBack() {
    var url = links.url(Channel.EMAIL, "thao@example.edu.vn", 7);

    assertThat(url).startsWith(ChannelExamples.PUBLIC_URL + "/u/");
    assertThat(links.read(token(url)))
        .contains(new Target(Channel.EMAIL, "thao@example.edu.vn", 7L));
  }

  @Test
  void readsTheLinksOfEarlierVersions() {
    assertThat(links.read(SIGNED)).contains(new Target(Channel.EMAIL, "thao@example.edu.vn", 7L));
    assertThat(links.read(SIGNED_WITHOUT_UNIT))
        .contains(new Target(Channel.EMAIL, "thao@example.edu.vn", null));
  }

  @ParameterizedTest
  @CsvSource({"email, thao@example.edu.vn", "sms, +84912345678", "email, phương.thảo@tỉnh.vn"})
  void tellsNobodyTheAddress(String channel, String address) {
    var token = token(links.url(new Channel(channel), address, 7));

    assertThat(links.read(token)).map(Target::address).contains(address);
    var bytes = new String(Base64.getUrlDecoder().decode(token), ISO_8859_1);
    var clear = new String(address.getBytes(UTF_8), ISO_8859_1);
    assertThat(bytes).doesNotContain(clear, clear.substring(0, 5), clear.substring(5, 10));
    assertThat(token)
        .doesNotContain(address, clear.substring(0, 5))
        .doesNotContain(Base64.getEncoder().encodeToString(clear.substring(0, 6).getBytes(UTF_8)));
  }

  @Test
  void isAnotherEachTimeAndEachIsGood() {
    var first = token(links.url(Channel.SMS, "+84912345678", 7));
    var second = token(links.url(Channel.SMS, "+84912345678", 7));

    assertThat(first).isNotEqualTo(second);
    assertThat(links.read(first)).isPresent().isEqualTo(links.read(second));
  }

  @Test
  void refusesATokenWithAnyCharacterChanged() {
    refusesEveryChange(token(links.url(Channel.SMS, "+84912345678", 7)));
    refusesEveryChange(SIGNED);
    refusesEveryChange(SIGNED_WITHOUT_UNIT);
  }

  @Test
  void refusesATokenThatWasCut() {
    var token = token(links.url(Channel.SMS, "+84912345678", 7));

    for (int length = 0; length < token.length(); length++) {
      assertThat(links.read(token.substring(0, length))).as("%d characters", length).isEmpty();
    }
  }

  @Test
  void refusesWhatItNeverMade() {
    var random = new Random(7);

    for (int i = 0; i < 10_000; i++) {
      var bytes = new byte[random.nextInt(80)];
      random.nextBytes(bytes);
      if (i % 2 == 0 && bytes.length > 0) {
        bytes[0] = 0;
      }
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

    assertThat(links.read(token(url))).isEmpty();
  }

  private void refusesEveryChange(String token) {
    for (int i = 0; i < token.length() - 1; i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      var changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(links.read(changed)).as("position %d", i).isEmpty();
    }
  }

  private static String token(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }
}
