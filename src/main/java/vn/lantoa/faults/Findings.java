package vn.lantoa.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a trial measured, in the order it measured.
final class Findings {

  private final List<Measure> measures = new ArrayList<>();

  List<Measure> measures() {
    return List.copyOf(measures);
  }

  boolean passed() {
    return measures.stream().allMatch(Measure::passed);
  }

  /// Measured, not judged.
  void note(String name, long value) {
    measures.add(new Measure(name, Long.toString(value), "", true));
  }

  void none(String name, long value) {
    measures.add(new Measure(name, Long.toString(value), "0", value == 0));
  }

  /// Names what should not be there.
  void none(String name, List<String> found) {
    var value = found.isEmpty() ? "0" : found.size() + " " + found;
    measures.add(new Measure(name, value, "0", found.isEmpty()));
  }

  void exactly(String name, long value, long gate) {
    measures.add(new Measure(name, Long.toString(value), Long.toString(gate), value == gate));
  }

  void most(String name, long value, long gate) {
    measures.add(new Measure(name, Long.toString(value), "≤ " + gate, value <= gate));
  }

  void most(String name, Duration value, Duration gate) {
    measures.add(
        new Measure(name, seconds(value), "≤ " + seconds(gate), value.compareTo(gate) <= 0));
  }

  /// @param share in percent
  void leastPercent(String name, double share, double gate) {
    measures.add(
        new Measure(
            name,
            String.format(Locale.ROOT, "%.1f %%", share),
            String.format(Locale.ROOT, "≥ %.0f %%", gate),
            share >= gate));
  }

  void isTrue(String name, boolean value) {
    measures.add(new Measure(name, value ? "1" : "0", "1", value));
  }

  /// What every trial owes: nothing lost, nothing twice, everything in exactly one state.
  void accounts(Verdict verdict) {
    note("planned", verdict.planned());
    none("lost", verdict.lost());
    none("duplicated", verdict.duplicated());
    none("unaccounted", verdict.unaccounted());
    none("denied", verdict.denied());
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
