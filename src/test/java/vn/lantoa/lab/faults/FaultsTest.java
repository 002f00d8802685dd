package vn.lantoa.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// A short selection of the fault bench: real processes that are really killed, with few
/// recipients. A trial mostly waits, so two benches, each with a database and providers of its own,
/// work the selection off beside each other. What is promised is judged, not how long it took: that
/// is for `./lantoa faults`, on a machine that does nothing else.
class FaultsTest {

  /// The longest first, so that both benches end at about the same time.
  static final List<String> TRIALS = List.of("R2", "R10", "R11", "R26", "R1", "R3", "R6");

  private static final int RECIPIENTS = 300;

  private static final Duration LASTING = Duration.ofSeconds(5);

  private static final int BENCHES = 2;

  private static final List<Bench> OPENED = new ArrayList<>();

  private static final BlockingQueue<Bench> FREE = new LinkedBlockingQueue<>();

  private static final Map<String, Future<TrialResult>> RESULTS = new LinkedHashMap<>();

  private static final ExecutorService WORKERS = Executors.newFixedThreadPool(BENCHES);

  @BeforeAll
  static void beginAllTrials() {
    for (int i = 0; i < BENCHES; i++) {
      OPENED.add(Bench.open(RECIPIENTS, LASTING));
    }
    FREE.addAll(OPENED);
    TRIALS.forEach(trial -> RESULTS.put(trial, WORKERS.submit(() -> run(trial))));
  }

  @AfterAll
  static void closeTheBenches() {
    WORKERS.shutdownNow();
    OPENED.forEach(Bench::close);
  }

  @ParameterizedTest
  @FieldSource("TRIALS")
  void keepsItsPromises(String trial) throws Exception {
    var result = RESULTS.get(trial).get();

    assertThat(result.failure()).isEmpty();
    assertThat(result.measures()).isNotEmpty();
    assertThat(result.measures().stream().filter(measure -> !measure.passed() && !measure.timed()))
        .isEmpty();
  }

  private static TrialResult run(String trial) throws InterruptedException {
    var bench = FREE.take();
    try {
      return new BenchRun(bench, _ -> {}).run(Trials.of(List.of(trial)), 1).getFirst();
    } finally {
      FREE.add(bench);
    }
  }
}
