package vn.lantoa.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A short selection of the fault bench: real processes that are really killed, with few
/// recipients.
class FaultsTest {

  private static final int RECIPIENTS = 300;

  private static final Duration LASTING = Duration.ofSeconds(8);

  private static Bench bench;

  @BeforeAll
  static void openTheBench() {
    bench = Bench.open(RECIPIENTS, LASTING);
  }

  @AfterAll
  static void closeTheBench() {
    bench.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"R1", "R2", "R3", "R6", "R10", "R11", "R26"})
  void keepsItsPromises(String trial) {
    var results = new ArrayList<TrialResult>();

    new BenchRun(bench, results::add).run(Trials.of(List.of(trial)), 1);

    assertThat(results).hasSize(1);
    var result = results.getFirst();
    assertThat(result.failure()).isEmpty();
    assertThat(result.measures()).isNotEmpty();
    assertThat(result.measures().stream().filter(measure -> !measure.passed())).isEmpty();
  }
}
