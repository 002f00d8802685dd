package vn.lantoa.lab.faults;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Shows the results as they come, one row per trial and run.
final class ResultScreen {

  private final PrintStream out;

  ResultScreen(PrintStream out) {
    this.out = out;
  }

  void describe(Trial trial) {
    out.printf(Locale.ROOT, "%-7s %s%n", trial.id(), Words.of("cli.faults.does." + trial.id()));
  }

  void row(TrialResult result) {
    out.printf(
        Locale.ROOT,
        "%-7s %-5s %6.1f s  %s%n",
        result.id(),
        Words.of("cli.faults." + word(result)),
        result.seconds(),
        Words.of("cli.faults.does." + result.id()));
    var said =
        result.measures().stream().map(ResultScreen::text).collect(Collectors.joining(" · "));
    for (var line : List.of(result.skipped(), result.failure(), said)) {
      if (!line.isEmpty()) {
        out.println("        " + line);
      }
    }
  }

  void total(List<TrialResult> results) {
    long passed = results.stream().filter(TrialResult::passed).count();
    out.println(Words.of("cli.faults.total", passed, results.size()));
  }

  private static String word(TrialResult result) {
    if (result.isSkipped()) {
      return "skipped";
    }
    return result.passed() ? "passed" : "failed";
  }

  private static String text(Measure measure) {
    var text = Words.of("cli.faults.measure." + measure.name()) + " " + measure.value();
    var gate = measure.gate().isEmpty() ? "" : " (" + measure.gate() + ")";
    return measure.passed() ? text + gate : "✗ " + text + gate;
  }
}
