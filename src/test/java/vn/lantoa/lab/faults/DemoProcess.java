package vn.lantoa.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// A `demo` or `serve` in a process of its own, as somebody at a terminal has it before him.
final class DemoProcess {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern ON_ITS_WAY = Pattern.compile("E-mail ([1-9]\\d*)/(\\d{4,})");
  private static final Pattern STACK_TRACE = Pattern.compile("(?m)^\\s+at [a-z].*\\(|Exception");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Child child;
  private final Path data;

  private DemoProcess(Child child, Path data) {
    this.child = child;
    this.data = data;
  }

  static DemoProcess start(
      Children children, Path data, Map<String, String> environment, List<String> command) {
    var all = new ArrayList<>(command);
    all.add("--until-parent-ends");
    all.addAll(List.of("--data", data.toString()));
    var english = new HashMap<>(environment);
    english.put("LANTOA_LANG", "en");
    return new DemoProcess(
        children.start("process-" + NUMBER.incrementAndGet(), all, english), data);
  }

  /// Until it has said so.
  DemoProcess awaits(String text) {
    boolean said =
        Waiting.until(
            PATIENCE,
            Duration.ofMillis(50),
            () -> child.output().contains(text) || !child.isAlive());
    assertThat(said).as(child.output()).isTrue();
    assertThat(child.output()).contains(text);
    return this;
  }

  DemoProcess awaitsSending() {
    boolean sends =
        Waiting.until(
            PATIENCE, Duration.ofMillis(50), () -> isOnItsWay(child.output()) || !child.isAlive());
    assertThat(sends && child.isAlive()).as(child.output()).isTrue();
    return this;
  }

  private static boolean isOnItsWay(String output) {
    var progress = ON_ITS_WAY.matcher(output);
    return progress.results().anyMatch(found -> !found.group(1).equals(found.group(2)));
  }

  /// @return what it said until it had ended
  String awaitsEnd(int exit) {
    assertThat(child.awaitEnd(PATIENCE)).as(child.output()).isTrue();
    assertThat(child.process().exitValue()).as(child.output()).isEqualTo(exit);
    return output();
  }

  /// Never with a stack trace, whatever it says.
  String output() {
    assertThat(child.output()).doesNotContainPattern(STACK_TRACE);
    return child.output();
  }

  void signal(String name) {
    try {
      Signals.send(name, child.process().pid());
    } catch (BenchFailure unheard) {
      // Who has ended meanwhile needs no signal; how he ended is asked anyway.
      if (child.isAlive()) {
        throw unheard;
      }
    }
  }

  void kill() {
    child.kill();
  }

  /// The machine goes dark: the program and its PostgreSQL together.
  void powerCut() {
    child.kill();
    SharedPostgres.killCluster(data.resolve("postgres"));
  }
}
