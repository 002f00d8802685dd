package vn.lantoa.lab.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How long each page took whenever somebody opened it. Pages that somebody may not open, or that
/// lead elsewhere, do not count.
final class PageTimes {

  private static final Duration ENOUGH = Duration.ofSeconds(5);

  private final Map<String, List<Long>> nanos = new LinkedHashMap<>();

  void open(Visitor visitor, String page) throws IOException, InterruptedException {
    long start = System.nanoTime();
    var answer = visitor.open(page);
    long took = System.nanoTime() - start;
    if (answer.statusCode() >= 500) {
      throw new IOException(page + ": " + answer.statusCode());
    }
    if (answer.statusCode() == 200) {
      nanos.computeIfAbsent(page, _ -> new ArrayList<>()).add(took);
    }
  }

  /// Whether so much time was spent on a page that another look at it would tell nothing.
  boolean isKnown(String page) {
    return nanos.getOrDefault(page, List.of()).stream().mapToLong(n -> n).sum() > ENOUGH.toNanos();
  }

  Map<String, Durations> durations() {
    var durations = new LinkedHashMap<String, Durations>();
    nanos.forEach((page, times) -> durations.put(page, Durations.ofNanos(times)));
    return durations;
  }
}
