package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private final RetryPolicy policy =
      new RetryPolicy(
          new DeliverySettings(
              Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofSeconds(1)));

  @Test
  void eachWaitMayBeTwiceAsLongUpToTheCap() {
    assertThat(longestOf(1)).isBetween(25_000L, 30_000L);
    assertThat(longestOf(2)).isBetween(50_000L, 60_000L);
    assertThat(longestOf(3)).isBetween(100_000L, 120_000L);
    assertThat(longestOf(12)).isBetween(500_000L, 600_000L);
    // No overflow, however often it is tried.
    assertThat(longestOf(1_000)).isBetween(500_000L, 600_000L);
  }

  @Test
  void aThousandFailuresOfOneSecondDoNotComeBackInOne() {
    var seconds = waits(1).map(millis -> millis / 1000).distinct().count();

    assertThat(seconds).isGreaterThanOrEqualTo(25);
  }

  @Test
  void whatTheProviderAskedForIsTheLeast() {
    var asked = Duration.ofSeconds(100);

    var waits = IntStream.range(0, 1_000).mapToObj(_ -> policy.waitAfter(1, asked)).toList();

    assertThat(waits).allMatch(wait -> wait.compareTo(asked) >= 0);
    assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofSeconds(110)) <= 0);
    assertThat(policy.waitAfter(1, Duration.ZERO)).isZero();
  }

  private long longestOf(int attempt) {
    return waits(attempt).max().orElseThrow();
  }

  private LongStream waits(int attempt) {
    return IntStream.range(0, 1_000).mapToLong(_ -> policy.waitAfter(attempt, null).toMillis());
  }
}
