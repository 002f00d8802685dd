package vn.lantoa.login;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/// Too many wrong passwords from there: wait a while.
public final class TooManyTries extends LockedException {

  private final transient Duration wait;

  TooManyTries(Duration wait) {
    super("too many tries");
    this.wait = wait;
  }

  public Duration waitFor() {
    return wait;
  }

  /// Whole minutes, rounded up; one at least.
  public static long minutes(Duration wait) {
    return Math.max(1, wait.plusSeconds(59).toMinutes());
  }
}
