package vn.lantoa.lab.faults;

/// One number of a trial, and what it had to be.
///
/// @param name key of the messages, `cli.faults.measure.<name>`
/// @param value as it is printed
/// @param gate as it is printed: `0`, `≤ 70 s`; empty: measured, not judged
record Measure(String name, String value, String gate, boolean passed) {}
