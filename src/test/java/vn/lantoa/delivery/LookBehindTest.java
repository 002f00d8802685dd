package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookBehindTest {

  private static final Duration IDLE = Duration.ofSeconds(1);

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
  private final LookBehind lookBehind = new LookBehind(IDLE, nanos::get);
  private final List<Long> looks = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 20, 49, 50, 200, 600, 1_000, 2_500, 4_000, 4_300})
  void nothingWaitsLongerThanPromised(long millis) {
    var look = Duration.ofMillis(millis);

    // It came back just behind a look, and is found by the end of the next, asked for once a
    // second.
    var longest = lookBehind.pauseAfter(look).plus(look.multipliedBy(2)).plus(IDLE);

    assertThat(longest).isLessThanOrEqualTo(LookBehind.WITHIN);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 20, 200, 600, 4_000, 8_000, 60_000})
  void neverDoesMoreThanHalfOfTheTime(long millis) {
    var look = Duration.ofMillis(millis);

    assertThat(lookBehind.pauseAfter(look)).isGreaterThanOrEqualTo(look);
  }

  @Test
  void pausesInProportionAsLongAsThatIsInTime() {
    assertThat(lookBehind.pauseAfter(Duration.ofMillis(10))).isEqualTo(IDLE);
    assertThat(lookBehind.pauseAfter(Duration.ofMillis(300))).isEqualTo(Duration.ofSeconds(6));
    assertThat(lookBehind.pauseAfter(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(11));
  }

  @Test
  void looksAgainWhenThePauseIsOver() {
    look(Duration.ofMillis(300), 0);
    for (int second = 0; second < 14; second++) {
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      look(Duration.ofMillis(300), 0);
    }

    assertThat(looks).hasSize(3);
  }

  @Test
  void looksAgainAtOnceWhenThereIsMore() {
    look(Duration.ofMillis(300), 2);
    look(Duration.ofMillis(300), 2);
    look(Duration.ofMillis(300), 1);
    look(Duration.ofMillis(300), 1);

    assertThat(looks).hasSize(3);
    // Together they took 900 ms, twenty times that were not in time.
    nanos.addAndGet(Duration.ofMillis(11_199).toNanos());
    look(Duration.ZERO, 0);
    assertThat(looks).hasSize(3);
    nanos.addAndGet(Duration.ofMillis(1).toNanos());
    look(Duration.ZERO, 0);
    assertThat(looks).hasSize(4);
  }

  /// For two at most.
  private void look(Duration takes, int finds) {
    lookBehind.look(
        2,
        () -> {
          looks.add(nanos.addAndGet(takes.toNanos()));
          return LedgerExamples.claimed(finds);
        });
  }
}
