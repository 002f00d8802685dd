package vn.lantoa.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ConditionFactory;

/// Waiting for what happens by itself. It ends the moment it has happened; the limit is there for a
/// program that is broken, so long that a busy machine does not come near it.
public final class Eventually {

  public static final Duration PATIENCE = Duration.ofMinutes(2);

  private Eventually() {}

  public static ConditionFactory eventually() {
    return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
  }
}
