package vn.lantoa.login;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Tries;
import vn.lantoa.security.LoggedIn;
import vn.lantoa.security.LoginFailed;

/// Counts logins, and says in the log when more fail than people mistype: once, and again only
/// after it has been quiet. Without the name that was typed, which may be a password.
@Component
class LoginAlarm {

  private static final Logger log = LoggerFactory.getLogger(LoginAlarm.class);

  private static final String ALL = "";

  private final MeterRegistry meters;
  private final Tries failed;
  private boolean said;

  LoginAlarm(MeterRegistry meters, InstantSource clock) {
    this.meters = meters;
    this.failed = new Tries(50, Duration.ofSeconds(20), clock);
  }

  @EventListener
  void loggedIn(LoggedIn event) {
    count("in");
  }

  @EventListener
  synchronized void failed(LoginFailed event) {
    count(event.why().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    failed.add(ALL);
    boolean many = failed.wait(ALL).isPresent();
    if (many && !said) {
      log.warn(
          "Many logins fail, the last one from {}: somebody may be guessing passwords. See lantoa_logins_total.",
          event.address());
    }
    said = many;
  }

  private void count(String result) {
    meters.counter("lantoa.logins", "result", result).increment();
  }
}
