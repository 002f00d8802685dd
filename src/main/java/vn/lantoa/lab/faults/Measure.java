package vn.lantoa.lab.faults;

/// One number of a trial, and what it had to be.
///
/// @param name key of the messages, `cli.faults.measure.<name>`
/// @param value as it is printed
/// @param gate as it is printed: `0`, `≤ 70 s`; empty: measured, not judged
/// @param timed whether it is how long something took: that says as much of the machine, and of
///   what else it does, as of the product
record Measure(String name, String value, String gate, boolean passed, boolean timed) {

  /// One that says nothing of the machine.
  Measure(String name, String value, String gate, boolean passed) {
    this(name, value, gate, passed, false);
  }
}
