package vn.lantoa.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.secret.InstallationSecret;

class RefusalLinksTest {

  private static final String BASE = "https://lantoa.vn/u/";

  private final RefusalLinks links = links((byte) 1);

  private static RefusalLinks links(byte secret) {
    var key = new byte[32];
    key[0] = secret;
    return new RefusalLinks(new InstallationSecret(key), "https://lantoa.vn/");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 31, 32, 123_456_789, (1L << 35) - 1, 1L << 35, Long.MAX_VALUE})
  void leadsBackToItsDelivery(long id) {
    assertThat(links.url(id)).startsWith(BASE);
    assertThat(links.read(token(id))).hasValue(id);
  }

  @Test
  void allAreAsLongAsEachOther() {
    assertThat(token(0)).hasSize(15).hasSameSizeAs(token((1L << 35) - 1));
  }

  @Test
  void nobodyElseMakesOne() {
    var token = token(77);
    for (int i = 0; i < token.length(); i++) {
      for (char other : "0z".toCharArray()) {
        var forged = token.substring(0, i) + other + token.substring(i + 1);
        if (!forged.equals(token)) {
          assertThat(links.read(forged)).as(forged).isEmpty();
        }
      }
    }
    assertThat(links((byte) 2).read(token)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "00000000",
        "000000000000000",
        "ilouILOU0000000",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "\u0660\u06600000000000000"
      })
  void whatIsNoneIsNone(String token) {
    assertThat(links.read(token)).isEmpty();
  }

  private String token(long id) {
    return links.url(id).substring(BASE.length());
  }
}
