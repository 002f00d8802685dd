package vn.lantoa.lab.faults;

import java.util.List;

/// What came of one trial.
///
/// @param run from 1
/// @param skipped why this machine cannot carry it out; empty: it can
/// @param failure why it broke off; empty: it came to its end
record TrialResult(
    String id, int run, double seconds, List<Measure> measures, String skipped, String failure) {

  boolean passed() {
    return skipped.isEmpty() && failure.isEmpty() && measures.stream().allMatch(Measure::passed);
  }

  boolean isSkipped() {
    return !skipped.isEmpty();
  }
}
