package vn.lantoa.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import vn.lantoa.common.NetworkAddress;
import vn.lantoa.security.LoginFailed;
import vn.lantoa.security.Role;

/// Guessing is slow, names are not told, and nobody keeps another out (finding V6).
class LoginThrottleTest {

  private final LoginDesk desk = new LoginDesk();

  @Test
  void anUnknownNameWaitsLikeAKnownOne() {
    desk.account("lan", Role.OFFICER);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> desk.login("lan", "sai"))
          .isInstanceOf(BadCredentialsException.class);
      assertThatThrownBy(() -> desk.login("khong-ai", "sai"))
          .isInstanceOf(BadCredentialsException.class)
          .hasMessage("refused");
    }

    assertThat(waitOf("lan")).isEqualTo(Duration.ofMinutes(1)).isEqualTo(waitOf("khong-ai"));
  }

  @Test
  void oneMoreWrongTryDoesNotLockForLonger() {
    desk.account("lan", Role.OFFICER);
    guess(5, "lan", "10.0.0.7");

    for (int i = 0; i < 12; i++) {
      desk.pass(Duration.ofMinutes(1));
      assertThatThrownBy(() -> desk.login("lan", "sai"))
          .isInstanceOf(BadCredentialsException.class);
      assertThat(waitOf("lan")).isEqualTo(Duration.ofMinutes(1));
    }
    desk.pass(Duration.ofMinutes(1));

    assertThat(desk.login("lan", LoginDesk.PASSWORD)).isNotNull();
    assertThatThrownBy(() -> desk.login("lan", "sai")).isInstanceOf(BadCredentialsException.class);
    assertThat(desk.login("LAN ", LoginDesk.PASSWORD)).isNotNull();
  }

  @Test
  void whatOthersTryFromElsewhereKeepsNobodyOut() {
    desk.account("lan", Role.OFFICER);
    for (int i = 0; i < 40; i++) {
      guess(5, "lan", "203.0.113." + i);
    }

    assertThat(desk.login("lan", LoginDesk.PASSWORD)).isNotNull();
  }

  @Test
  void aKnownDeviceGetsInFromAnAddressThatIsBlocked() {
    desk.account("lan", Role.OFFICER);
    var mine = new Origin("10.0.0.7", "Firefox", desk.devices.remember("", "lan"));
    guess(5, "lan", "10.0.0.7");
    for (int i = 0; i < 30; i++) {
      guess(5, "ten-" + i, "10.0.0.7");
    }
    assertThatThrownBy(() -> desk.login("lan", LoginDesk.PASSWORD))
        .isInstanceOf(TooManyTries.class);
    assertThatThrownBy(() -> desk.login("hoa", "sai")).isInstanceOf(TooManyTries.class);

    assertThat(desk.login("lan", LoginDesk.PASSWORD, mine)).isNotNull();
    assertThat(desk.throttle.delay("lan", mine)).isZero();
  }

  @Test
  void aSchoolBehindOneAddressMayMistype() {
    for (int i = 0; i < 60; i++) {
      desk.account("co-" + i, Role.SCHOOL);
    }
    for (int i = 0; i < 60; i++) {
      guess(1, "co-" + i, "10.0.0.7");
    }

    assertThat(desk.login("co-59", LoginDesk.PASSWORD)).isNotNull();
  }

  @Test
  void aForgedOrForeignDeviceIsUnknown() {
    desk.account("lan", Role.OFFICER);
    var ofAnother = desk.devices.remember("", "duc");
    guess(5, "lan", "10.0.0.7");

    for (var device : new String[] {ofAnother, "lan", "a.b.c", "..", ofAnother + ".x"}) {
      var from = new Origin("10.0.0.7", "Firefox", device);
      assertThatThrownBy(() -> desk.login("lan", LoginDesk.PASSWORD, from))
          .isInstanceOf(TooManyTries.class);
    }
  }

  @Test
  void aDeviceKnowsSeveralAccountsAndStaysItself() {
    var first = desk.devices.remember("", "lan");
    var both = desk.devices.remember(first, "duc");

    assertThat(desk.devices.knows(both, "lan")).isTrue();
    assertThat(desk.devices.knows(both, "duc")).isTrue();
    assertThat(desk.devices.knows(both, "hoa")).isFalse();
    assertThat(KnownDevices.id(both)).isEqualTo(KnownDevices.id(first));
    assertThat(desk.devices.remember(both, "lan")).hasSameSizeAs(both);
    assertThat(desk.devices.remember("x".repeat(5000), "lan")).hasSizeLessThan(60);
  }

  @Test
  void aDeviceThatGuessesWaitsToo() {
    desk.account("lan", Role.OFFICER);
    var known = new Origin("10.0.0.7", "Firefox", desk.devices.remember("", "lan"));
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> desk.login("lan", "sai", known))
          .isInstanceOf(BadCredentialsException.class);
    }

    assertThatThrownBy(() -> desk.login("lan", LoginDesk.PASSWORD, known))
        .isInstanceOf(TooManyTries.class);
  }

  @Test
  void answersAboutANameThatIsTriedFromEverywhereComeLater() {
    for (int i = 0; i < 20; i++) {
      desk.throttle.enter("lan", LoginDesk.from("203.0.113." + i));
    }

    assertThat(desk.throttle.delay("lan", LoginDesk.from("10.0.0.7"))).isPositive();
    assertThat(desk.throttle.delay("hoa", LoginDesk.from("10.0.0.7"))).isZero();
  }

  @Test
  void aNetworkOfIpv6IsOneAddress() {
    assertThat(NetworkAddress.of("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(NetworkAddress.of("2001:db8:1:2::1"))
        .isNotEqualTo(NetworkAddress.of("2001:db8:1:3::1"));
    assertThat(NetworkAddress.of("::1")).isEqualTo("0:0:0:0");
    assertThat(NetworkAddress.of("10.0.0.7")).isEqualTo("10.0.0.7");
  }

  @Test
  void whatFailsIsTold() {
    var lan = desk.account("lan", Role.OFFICER);
    guess(1, "lan", "10.0.0.7");
    guess(1, "khong-ai", "10.0.0.7");

    assertThat(desk.told(LoginFailed.class))
        .containsExactly(
            new LoginFailed("lan", lan.id(), "10.0.0.7", LoginFailed.Why.WRONG_PASSWORD),
            new LoginFailed("khong-ai", null, "10.0.0.7", LoginFailed.Why.WRONG_PASSWORD));
  }

  private void guess(int times, String name, String address) {
    for (int i = 0; i < times; i++) {
      // Counted before anything is compared; a hash for each would take minutes.
      if (times == 1) {
        assertThatThrownBy(() -> desk.login(name, "sai", LoginDesk.from(address)))
            .isInstanceOf(BadCredentialsException.class);
      } else {
        desk.throttle.enter(name, LoginDesk.from(address));
      }
    }
  }

  private Duration waitOf(String name) {
    return desk.throttle.enter(name, LoginDesk.from("10.0.0.7")).orElseThrow();
  }
}
