package vn.lantoa.lab.faults;

import java.util.random.RandomGenerator;

/// One way to break the product, and what must hold all the same.
interface Trial {

  /// As in the catalogue: `R1`. What is done and what must hold is in the messages,
  /// `cli.faults.does.<id>`.
  String id();

  /// @param random decides the moments; the same seed, the same moments
  /// @throws BenchFailure when it cannot be carried out
  void run(Bench bench, RandomGenerator random, Findings findings);
}
