package vn.lantoa.login;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Tries;

/// Six digits are soon guessed by who may try as often as he likes. He knows the password already,
/// so tries from all unknown devices together are few; the person's own device has its own.
@Component
class CodeThrottle {

  private final KnownDevices devices;
  private final Tries ofDevices;
  private final Tries ofStrangers;

  CodeThrottle(KnownDevices devices, InstantSource clock) {
    this.devices = devices;
    ofDevices = new Tries(5, Duration.ofMinutes(2), clock);
    ofStrangers = new Tries(10, Duration.ofMinutes(5), clock);
  }

  /// Counts the try, too.
  ///
  /// @return how long to wait instead; empty: it may be made
  Optional<Duration> enter(Ticket ticket, Origin from) {
    return tries(ticket, from).take(who(ticket, from));
  }

  void succeeded(Ticket ticket, Origin from) {
    tries(ticket, from).takeBack(who(ticket, from));
  }

  private Tries tries(Ticket ticket, Origin from) {
    return isKnown(ticket, from) ? ofDevices : ofStrangers;
  }

  private String who(Ticket ticket, Origin from) {
    return isKnown(ticket, from)
        ? ticket.accountId() + "\n" + KnownDevices.id(from.device())
        : String.valueOf(ticket.accountId());
  }

  private boolean isKnown(Ticket ticket, Origin from) {
    return devices.knows(from.device(), ticket.username());
  }
}
