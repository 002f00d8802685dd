package vn.lantoa.database;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Does a whole transaction again that PostgreSQL ended so that another could go on. The lock order
/// of the ledger keeps this rare; what happens all the same (a statement of an administrator, a
/// reindex) nobody outside shall notice.
///
/// What is done again must do nothing outside the database. Every repetition counts in
/// `lantoa_retries{what}`, every time it was in vain in `lantoa_retries_in_vain{what}`.
@Component
public class Retries {

  private static final Logger log = LoggerFactory.getLogger(Retries.class);

  /// Deadlock detected; could not serialize.
  private static final Set<String> ENDED = Set.of("40P01", "40001");

  private static final int TRIES = 5;

  /// The other one needs a moment to end; chance keeps the same two from meeting again.
  private static final int SHORTEST_WAIT_MILLIS = 5;

  private static final int LONGEST_WAIT_MILLIS = 40;

  private final MeterRegistry meters;

  public Retries(MeterRegistry meters) {
    this.meters = meters;
  }

  /// @param what the name in the metric; there are few
  /// @param work a whole transaction: one statement, or one that it begins and commits itself.
  ///   Within a transaction it is done once: who began that one does all of it again
  public <T extends @Nullable Object> T get(String what, Supplier<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return work.get();
    }
    for (int tries = 1; ; tries++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        if (!wasEnded(e)) {
          throw e;
        }
        if (tries == TRIES) {
          meters.counter("lantoa.retries.in.vain", "what", what).increment();
          throw e;
        }
        meters.counter("lantoa.retries", "what", what).increment();
        log.info("{} is done again: {}", what, e.getMessage());
        pause(tries);
      }
    }
  }

  /// The same, for what gives nothing back.
  public void run(String what, Runnable work) {
    this.<@Nullable Object>get(
        what,
        () -> {
          work.run();
          return null;
        });
  }

  /// The same, in a transaction of its own, or in the one there is.
  public <T> T get(String what, TransactionOperations transaction, Supplier<T> work) {
    return get(what, () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
  }

  private static boolean wasEnded(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BeginAgain
          // Where there was no connection there is no state.
          || cause instanceof SQLException e
              && e.getSQLState() != null
              && ENDED.contains(e.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static void pause(int tries) {
    try {
      Thread.sleep(
          ThreadLocalRandom.current().nextInt(SHORTEST_WAIT_MILLIS, LONGEST_WAIT_MILLIS) * tries);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
