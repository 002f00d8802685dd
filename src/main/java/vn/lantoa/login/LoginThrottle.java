package vn.lantoa.login;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.common.NetworkAddress;
import vn.lantoa.common.Tries;
import vn.lantoa.security.Accounts;

/// Slows guessing down and keeps no rightful person out. A name nobody has is treated like any
/// other.
///
/// - A device that logged in to the account before has tries of its own: whatever others do to this
///   name, or at this address, does not count there.
/// - From elsewhere, tries are counted by name and address, and by address, where a whole school
///   may be behind one.
/// - Of a name that is tried from everywhere, answers come later; none is refused for it.
@Component
class LoginThrottle {

  private static final Duration DELAY = Duration.ofSeconds(2);

  private final KnownDevices devices;
  private final Tries ofDevices;
  private final Tries ofPairs;
  private final Tries ofAddresses;
  private final Tries ofNames;

  LoginThrottle(KnownDevices devices, InstantSource clock) {
    this.devices = devices;
    ofDevices = new Tries(10, Duration.ofMinutes(1), clock);
    ofPairs = new Tries(5, Duration.ofMinutes(1), clock);
    ofAddresses = new Tries(100, Duration.ofSeconds(10), clock);
    ofNames = new Tries(20, Duration.ofMinutes(1), clock);
  }

  /// Counts the try before anything is compared, so that many at once are not more than the same
  /// one after the other.
  ///
  /// @return how long to wait instead; empty: it may be made
  Optional<Duration> enter(String username, Origin from) {
    var name = Accounts.canonical(username);
    if (devices.knows(from.device(), name)) {
      return ofDevices.take(device(name, from));
    }
    var pair = pair(name, from);
    var address = NetworkAddress.of(from.address());
    var wait = ofPairs.wait(pair).or(() -> ofAddresses.wait(address));
    if (wait.isEmpty()) {
      ofPairs.add(pair);
      ofAddresses.add(address);
      ofNames.add(name);
    }
    return wait;
  }

  /// How long the answer is to be kept back, whatever it is.
  Duration delay(String username, Origin from) {
    var name = Accounts.canonical(username);
    return devices.knows(from.device(), name) || ofNames.wait(name).isEmpty()
        ? Duration.ZERO
        : DELAY;
  }

  /// The try was no guess.
  void succeeded(String username, Origin from) {
    var name = Accounts.canonical(username);
    ofDevices.forget(device(name, from));
    ofPairs.forget(pair(name, from));
    if (!devices.knows(from.device(), name)) {
      ofAddresses.takeBack(NetworkAddress.of(from.address()));
      ofNames.takeBack(name);
    }
  }

  private static String device(String name, Origin from) {
    return name + "\n" + KnownDevices.id(from.device());
  }

  private static String pair(String name, Origin from) {
    return name + "\n" + NetworkAddress.of(from.address());
  }
}
