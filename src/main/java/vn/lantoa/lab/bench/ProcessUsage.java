package vn.lantoa.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Memory and processor time of this program and of the PostgreSQL below it, read from Linux's
/// `/proc`. Elsewhere everything reads zero.
final class ProcessUsage implements AutoCloseable {

  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final Pattern PROPORTIONAL = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");
  private static final double TICKS_PER_SECOND = 100;

  private final Path data;
  private final Thread sampler;
  private final AtomicLong postgresPeak = new AtomicLong();
  private volatile boolean running = true;

  /// @param data folder of the program whose PostgreSQL is meant
  ProcessUsage(Path data) {
    this.data = data;
    sampler = Thread.ofPlatform().daemon().name("bench-usage").start(this::sample);
  }

  /// Megabytes this program held at most.
  long appPeakMb() {
    return number(read(Path.of("/proc/self/status")), PEAK) / 1024;
  }

  /// Megabytes all of PostgreSQL's processes held at most, shared pages counted once.
  long postgresPeakMb() {
    return postgresPeak.get() / 1024;
  }

  /// Processor seconds of this program.
  static double appSeconds() {
    return seconds(Path.of("/proc/self"));
  }

  /// Processor seconds of all PostgreSQL processes that run now, and of those the server has seen
  /// end.
  double postgresSeconds() {
    return postgres().stream().mapToDouble(ProcessUsage::seconds).sum();
  }

  @Override
  public void close() {
    running = false;
    sampler.interrupt();
  }

  private void sample() {
    while (running) {
      long now =
          postgres().stream()
              .mapToLong(process -> number(read(process.resolve("smaps_rollup")), PROPORTIONAL))
              .sum();
      postgresPeak.accumulateAndGet(now, Math::max);
      try {
        Thread.sleep(1_000);
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  /// The server of the data folder and everything it has started. It detaches itself, so it is
  /// found by the number it leaves there.
  private List<Path> postgres() {
    try {
      long postmaster =
          Long.parseLong(
              Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                  .getFirst()
                  .strip());
      return ProcessHandle.of(postmaster).stream()
          .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
          .map(process -> Path.of("/proc/" + process.pid()))
          .toList();
    } catch (IOException | NumberFormatException _) {
      return List.of();
    }
  }

  /// Own time, and that of children that have ended.
  private static double seconds(Path process) {
    var stat = read(process.resolve("stat"));
    int name = stat.lastIndexOf(')');
    if (name < 0) {
      return 0;
    }
    var fields = stat.substring(name + 2).split(" ", -1);
    return Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum() / TICKS_PER_SECOND;
  }

  private static long number(String text, Pattern pattern) {
    var found = pattern.matcher(text);
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException _) {
      return "";
    }
  }
}
