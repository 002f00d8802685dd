package vn.lantoa.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DurationsTest {

  @Test
  void aPercentileIsATimeThatWasMeasured() {
    var times = LongStream.rangeClosed(1, 200).map(ms -> ms * 1_000_000).boxed().toList();

    assertThat(Durations.ofNanos(times)).isEqualTo(new Durations(200, 100, 190, 198, 200));
  }

  @Test
  void ofAFewTheSlowestCounts() {
    assertThat(Durations.ofNanos(List.of(3_000_000L, 1_000_000L)))
        .isEqualTo(new Durations(2, 1, 3, 3, 3));
  }

  @Test
  void nothingMeasuredIsNoGoodResult() {
    assertThat(Durations.ofNanos(List.of()).n()).isZero();
  }
}
