package vn.lantoa.lab.bench;

import java.util.concurrent.atomic.AtomicLong;

/// How much more memory is really held while something is done: it collects what is not, again and
/// again. That takes its time, so nothing else is measured meanwhile.
final class HeapWatch implements AutoCloseable {

  private final long before = held();
  private final AtomicLong most = new AtomicLong(before);
  private final Thread sampler =
      Thread.ofPlatform().daemon().name("bench-heap").unstarted(this::sample);
  private volatile boolean running = true;

  private HeapWatch() {}

  static HeapWatch start() {
    var watch = new HeapWatch();
    watch.sampler.start();
    return watch;
  }

  long mostMb() {
    return (most.get() - before) >> 20;
  }

  private void sample() {
    while (running) {
      most.accumulateAndGet(held(), Math::max);
      try {
        Thread.sleep(500);
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private static long held() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Override
  public void close() throws InterruptedException {
    running = false;
    sampler.interrupt();
    sampler.join();
  }
}
