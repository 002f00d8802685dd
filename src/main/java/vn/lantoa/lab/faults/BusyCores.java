package vn.lantoa.lab.faults;

import java.util.List;
import java.util.stream.IntStream;

/// Keeps every core of the machine busy, so that whoever holds a row is often made to wait while he
/// holds it.
final class BusyCores implements AutoCloseable {

  private final List<Thread> threads;
  private volatile boolean running = true;

  BusyCores() {
    threads =
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
            .mapToObj(_ -> Thread.ofPlatform().daemon().name("busy").start(this::spin))
            .toList();
  }

  @Override
  public void close() {
    running = false;
    Waiting.forAll(threads);
  }

  private void spin() {
    while (running) {
      Thread.onSpinWait();
    }
  }
}
