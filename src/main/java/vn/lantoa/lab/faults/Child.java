package vn.lantoa.lab.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One process of ours, and what can be done to it from outside.
record Child(Process process, Path log) {

  static Child start(List<String> command, Map<String, String> environment, Path log) {
    try {
      var builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(log.toFile()));
      // Settings of the person at the keyboard are not part of a trial.
      builder.environment().keySet().removeIf(name -> name.startsWith("LANTOA_"));
      builder.environment().putAll(environment);
      return new Child(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// `kill -9`, and waits until it is gone.
  void kill() {
    process.destroyForcibly();
    awaitEnd(Duration.ofSeconds(20));
  }

  /// Asks it to stop, as a restart does.
  void stop() {
    process.destroy();
    if (!awaitEnd(Duration.ofSeconds(60))) {
      kill();
    }
  }

  /// Stops it in the middle of whatever it does.
  void freeze() {
    Signals.send("STOP", process.pid());
  }

  void thaw() {
    Signals.send("CONT", process.pid());
  }

  boolean awaitEnd(Duration most) {
    try {
      return process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// What it holds of the machine's memory now; by Linux's `/proc`.
  long memoryMegabytes() {
    try (var status = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return status
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          / 1024;
    } catch (IOException e) {
      throw new Skipped("needs-linux");
    }
  }

  /// What it said so far.
  String output() {
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
