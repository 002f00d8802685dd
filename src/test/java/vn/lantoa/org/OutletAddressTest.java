package vn.lantoa.org;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Refusal;

class OutletAddressTest {

  @ParameterizedTest
  @CsvSource({
    "portal, dich-vu-cong",
    "facebook, 100000000001",
    "zalo, kim-dong",
    "telegram, -1003000000012"
  })
  void takesWhatAChannelCallsItsPlaces(String channel, String address) {
    assertThatCode(() -> OutletAddress.check(new Channel(channel), address))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/b", "<script>", "tin.atom", "a\r\nb", "", "x", "Tin"})
  void aColumnIsPartOfAWebAddress(String address) {
    assertThatThrownBy(() -> OutletAddress.check(Channel.PORTAL, address))
        .isInstanceOf(Refusal.class);
  }

  /// Under a second spelling a unit would publish on the page of another.
  @ParameterizedTest
  @CsvSource({
    "facebook, 0100000000001",
    "zalo, 0123456",
    "telegram, -01003",
    "telegram, @lantoa_so"
  })
  void aPageHasOneName(String channel, String address) {
    assertThatThrownBy(() -> OutletAddress.check(new Channel(channel), address))
        .isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"111/../me", "me", "12 34567", "1234567?x"})
  void aPageIsANumber(String address) {
    assertThatThrownBy(() -> OutletAddress.check(Channel.FACEBOOK, address))
        .isInstanceOf(Refusal.class);
  }
}
