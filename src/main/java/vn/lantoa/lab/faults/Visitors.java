package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// People who look at pages all the while, through a load balancer: each page is asked of the next
/// node, and of the others when that one does not answer.
final class Visitors implements AutoCloseable {

  private static final int AT_ONCE = 4;
  private static final Duration BETWEEN_PAGES = Duration.ofMillis(20);
  private static final List<String> PAGES = List.of("/dang-nhap", "/cong");

  private final List<Node> nodes;
  private final List<Thread> threads;
  private final AtomicLong seen = new AtomicLong();
  private final AtomicLong errors = new AtomicLong();
  private final Queue<Long> took = new ConcurrentLinkedQueue<>();
  private volatile boolean running = true;

  Visitors(List<Node> nodes) {
    this.nodes = nodes;
    threads =
        IntStream.range(0, AT_ONCE)
            .mapToObj(number -> Thread.ofVirtual().name("visitor-" + number).start(this::look))
            .toList();
  }

  long seen() {
    return seen.get();
  }

  /// How often one saw an error of the server, or nothing at all.
  long errors() {
    return errors.get();
  }

  /// So many of a hundred pages came within that time.
  Duration slowest(int percent) {
    var sorted = took.stream().sorted().toList();
    return sorted.isEmpty()
        ? Duration.ZERO
        : Duration.ofNanos(sorted.get((sorted.size() - 1) * percent / 100));
  }

  @Override
  public void close() {
    running = false;
    Waiting.forAll(threads);
  }

  private void look() {
    for (int page = 0; running; page++) {
      seen.incrementAndGet();
      long began = System.nanoTime();
      if (answer(page) >= 500) {
        errors.incrementAndGet();
      }
      took.add(System.nanoTime() - began);
      Waiting.pause(BETWEEN_PAGES);
    }
  }

  private int answer(int page) {
    for (int i = 0; i < nodes.size(); i++) {
      var status = nodes.get((page / 2 + i) % nodes.size()).status(PAGES.get(page % 2));
      if (status.isPresent()) {
        return status.getAsInt();
      }
    }
    // What a load balancer says when nobody answers.
    return 502;
  }
}
