package vn.lantoa.lab.faults;

/// This machine cannot carry a trial out. The message is a key of the messages, without
/// `cli.faults.`.
final class Skipped extends RuntimeException {

  Skipped(String key) {
    super(key, null, false, false);
  }
}
