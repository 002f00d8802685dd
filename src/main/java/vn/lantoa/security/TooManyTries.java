package vn.lantoa.security;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/// Too many wrong passwords: wait a while.
public final class TooManyTries extends LockedException {

  private final transient Duration wait;

  TooManyTries(Duration wait) {
    super("too many tries");
    this.wait = wait;
  }

  public Duration waitFor() {
    return wait;
  }
}
