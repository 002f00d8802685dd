package vn.lantoa.lab.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// Carries trials out, one after the other.
final class BenchRun {

  /// With the number of the run it makes the moments of each run its own, and the same every time.
  private static final long SEED = 20261010;

  private final Bench bench;
  private final Consumer<TrialResult> finished;

  /// @param finished hears of each result as it comes
  BenchRun(Bench bench, Consumer<TrialResult> finished) {
    this.bench = bench;
    this.finished = finished;
  }

  List<TrialResult> run(List<Trial> trials, int runs) {
    var results = new ArrayList<TrialResult>();
    for (var trial : trials) {
      for (int run = 1; run <= runs; run++) {
        var result = run(trial, run);
        results.add(result);
        finished.accept(result);
      }
    }
    return results;
  }

  private TrialResult run(Trial trial, int run) {
    long started = System.nanoTime();
    var findings = new Findings();
    var skipped = "";
    var failure = "";
    try {
      trial.run(bench, new Random(SEED + run), findings);
    } catch (Skipped e) {
      skipped = Words.of("cli.faults." + e.getMessage());
    } catch (BenchFailure e) {
      failure = e.sentence();
    } catch (RuntimeException e) {
      failure = Words.of("cli.faults.broke-off", e.toString());
    } finally {
      bench.calm();
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    var result = new TrialResult(trial.id(), run, seconds, findings.measures(), skipped, failure);
    if (!result.passed() && !result.isSkipped()) {
      bench.keep();
    }
    return result;
  }
}
