package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// People and providers who do the same thing again and again until the trial has seen enough. What
/// goes wrong for one of them is an error of the product, and he goes on.
final class Throwers implements AutoCloseable {

  private final List<Thread> threads = new ArrayList<>();
  private final Map<String, AtomicLong> done = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> errors = new ConcurrentHashMap<>();
  private volatile boolean running = true;

  void start(String what, Act act) {
    threads.add(
        Thread.ofVirtual()
            .name(what)
            .start(() -> {
              while (running) {
                once(what, act);
              }
            }));
  }

  /// @param what he does, in the words of the measures
  long done(String what) {
    var number = done.get(what);
    return number == null ? 0 : number.get();
  }

  /// What went wrong, and how often.
  List<String> errors() {
    return errors.entrySet().stream()
        .map(error -> error.getKey() + " (" + error.getValue() + ")")
        .sorted()
        .toList();
  }

  /// Lets everybody end what he is doing.
  @Override
  public void close() {
    running = false;
    Waiting.forAll(threads);
  }

  private void once(String what, Act act) {
    try {
      done.computeIfAbsent(what, _ -> new AtomicLong()).addAndGet(act.act());
    } catch (RuntimeException e) {
      var error = what + ": " + (e instanceof BenchFailure said ? said.sentence() : e);
      errors.computeIfAbsent(error, _ -> new AtomicLong()).incrementAndGet();
      Waiting.pause(Duration.ofMillis(50));
    }
  }

  interface Act {
    /// @return how often it was done
    long act();
  }
}
