package vn.lantoa.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import sun.misc.Signal;
import vn.lantoa.watch.Watch;

/// The way down after Ctrl-C or `kill`: lets what is on the wire end, and says in one sentence what
/// was left open and how to go on. A second Ctrl-C ends at once; nothing is lost by that, either.
final class Ending {

  private static final int INTERRUPTED = 130;
  private static final Duration CLOSING = Duration.ofSeconds(90);

  private final AtomicReference<@Nullable ConfigurableApplicationContext> server =
      new AtomicReference<>();
  private final AtomicReference<Function<OptionalLong, String>> lastWord =
      new AtomicReference<>(Ending::leftOpen);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean begun;
  private volatile boolean quiet;

  /// From now on a signal ends the program in order.
  void comesBySignal() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::run, "ending"));
  }

  /// What is to be closed, from before it has started.
  void closes(ConfigurableApplicationContext context) {
    server.set(context);
  }

  void closesNothing() {
    server.set(null);
  }

  /// @param word what is said at the end, by how many messages were left open; empty: the database
  ///   did not answer
  void says(Function<OptionalLong, String> word) {
    lastWord.set(word);
  }

  /// The program ends by itself and has said what there is to say.
  void inOrder() {
    quiet = true;
    var context = server.get();
    if (context != null) {
      context.close();
    }
    closed.countDown();
  }

  boolean isBegun() {
    return begun;
  }

  /// For whoever finds the ground gone under its feet once the ending has begun: says nothing and
  /// waits for it.
  void awaitIfBegun() {
    if (begun) {
      await();
    }
  }

  /// Until a signal ends the program.
  static void await() {
    while (true) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException _) {
        // Only the end of the program ends this.
      }
    }
  }

  static String leftOpen(OptionalLong open) {
    if (open.isEmpty()) {
      return Words.of("cli.ending.unknown");
    }
    return open.getAsLong() == 0
        ? Words.of("cli.ending.nothing-open")
        : Words.of("cli.ending.open", open.getAsLong());
  }

  private void run() {
    begun = true;
    var context = server.get();
    if (quiet || context == null) {
      awaitClosed(context);
      return;
    }
    System.out.println(Words.of("cli.ending.begins"));
    hurryAtSecondInterrupt();
    silence();
    var open = stop(context);
    context.close();
    System.out.println(lastWord.get().apply(open));
  }

  /// A signal may come while the command ends by itself.
  private void awaitClosed(@Nullable ConfigurableApplicationContext context) {
    try {
      if (quiet && context != null && !closed.await(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
        System.out.println(leftOpen(OptionalLong.empty()));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// What stops beside each other complains about each other; what matters is said at the end. The
  /// logging is not stopped: that would set every logger to its lowest level, and libraries that
  /// are still sending would begin to log what they never log.
  private static void silence() {
    var loggers = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLoggerList();
    for (var logger : loggers) {
      logger.setLevel(logger.getName().equals(Logger.ROOT_LOGGER_NAME) ? Level.OFF : null);
    }
  }

  /// Stops what sends, and then counts, while the database is still there.
  private static OptionalLong stop(ConfigurableApplicationContext context) {
    try {
      context.stop();
      return open(context);
    } catch (RuntimeException _) {
      // It had not come so far.
      return OptionalLong.empty();
    }
  }

  private static OptionalLong open(ConfigurableApplicationContext context) {
    try {
      return OptionalLong.of(
          context.getBean(Watch.class).queues().stream()
              .mapToLong(queue -> queue.due() + queue.later() + queue.claimed() + queue.onTheWire())
              .sum());
    } catch (RuntimeException _) {
      return OptionalLong.empty();
    }
  }

  private static void hurryAtSecondInterrupt() {
    try {
      Signal.handle(
          new Signal("INT"),
          _ -> {
            System.out.println(Words.of("cli.ending.at-once"));
            Runtime.getRuntime().halt(INTERRUPTED);
          });
    } catch (IllegalArgumentException _) {
      // Where signals are not ours to take, there is no hurrying.
    }
  }
}
