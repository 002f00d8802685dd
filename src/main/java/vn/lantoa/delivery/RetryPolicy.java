package vn.lantoa.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// When a delivery is tried again: full jitter, so that a thousand failures of one second do not
/// come back in one second; what the provider asked for is honoured.
@Component
class RetryPolicy {

  private final DeliverySettings settings;
  private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

  RetryPolicy(DeliverySettings settings) {
    this.settings = settings;
  }

  /// @param attempt the try that failed, from 1
  /// @param asked what the provider asked us to wait; null: nothing
  Duration waitAfter(int attempt, @Nullable Duration asked) {
    if (asked != null) {
      return asked.plusMillis(random.nextLong(1 + asked.toMillis() / 10));
    }
    long base = settings.retryBase().toMillis() << Math.min(attempt - 1, 20);
    long most = Math.clamp(base, 1, settings.retryCap().toMillis());
    return Duration.ofMillis(random.nextLong(most + 1));
  }
}
