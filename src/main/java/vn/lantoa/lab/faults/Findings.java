package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

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

  /// Nothing where there is nothing to say.
  void note(String name, List<String> values) {
    if (!values.isEmpty()) {
      measures.add(new Measure(name, String.join("; ", values), "", true));
    }
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

  void least(String name, long value, long gate) {
    measures.add(new Measure(name, Long.toString(value), "≥ " + gate, value >= gate));
  }

  void most(String name, long value, long gate) {
    measures.add(new Measure(name, Long.toString(value), "≤ " + gate, value <= gate));
  }

  void most(String name, Duration value, Duration gate) {
    measures.add(
        new Measure(name, seconds(value), "≤ " + seconds(gate), value.compareTo(gate) <= 0, true));
  }

  /// @param share in percent
  void leastPercent(String name, double share, double gate) {
    percent(name, share, "≥", gate, share >= gate);
  }

  /// @param share in percent
  void mostPercent(String name, double share, double gate) {
    percent(name, share, "≤", gate, share <= gate);
  }

  private void percent(String name, double share, String relation, double gate, boolean passed) {
    measures.add(
        new Measure(
            name,
            String.format(Locale.ROOT, "%.1f %%", share),
            String.format(Locale.ROOT, "%s %.0f %%", relation, gate),
            passed));
  }

  void isTrue(String name, boolean value) {
    measures.add(new Measure(name, value ? "1" : "0", "1", value));
  }

  /// What every trial owes: nothing lost, nothing twice, everything in exactly one state.
  void accounts(Verdict verdict) {
    accounts(List.of(verdict));
  }

  /// The same, and that everything came to an end in time.
  void settled(boolean settled, Verdict verdict) {
    settled(settled, List.of(verdict));
  }

  void settled(boolean settled, List<Verdict> verdicts) {
    accounts(verdicts);
    isTrue("settled", settled);
  }

  /// What every trial owes, of all its campaigns together.
  void accounts(List<Verdict> verdicts) {
    note("planned", sum(verdicts, Verdict::planned));
    none("lost", sum(verdicts, Verdict::lost));
    none("duplicated", verdicts.stream().flatMap(verdict -> verdict.again().stream()).toList());
    none("unaccounted", sum(verdicts, Verdict::unaccounted));
    none("denied", sum(verdicts, Verdict::denied));
  }

  private static long sum(List<Verdict> verdicts, ToLongFunction<Verdict> count) {
    return verdicts.stream().mapToLong(count).sum();
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
