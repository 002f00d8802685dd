package vn.lantoa.lab.faults;

import java.io.IOException;

/// Signals Java has no method for.
final class Signals {

  private Signals() {}

  /// @param signal without `SIG`
  static void send(String signal, long pid) {
    try {
      int exit = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
      if (exit != 0) {
        throw new BenchFailure("no-signal", signal, pid);
      }
    } catch (IOException _) {
      throw new BenchFailure("no-signal", signal, pid);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted");
    }
  }
}
