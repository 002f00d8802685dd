package vn.lantoa.lab.faults;

import java.util.random.RandomGenerator;

/// When something happens to a sending, by how much of it has been taken: anywhere in the second
/// half of a part, and not at a round number.
final class Moments {

  private Moments() {}

  /// @param messages of the sending
  /// @param nth of how many `parts`, from 1
  static int in(RandomGenerator random, int messages, int nth, int parts) {
    int part = messages / parts;
    return part * (nth - 1) + part / 2 + random.nextInt(Math.max(1, part / 2));
  }
}
