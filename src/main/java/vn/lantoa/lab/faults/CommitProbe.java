package vn.lantoa.lab.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/// Commits one number after the other and remembers which the database acknowledged: after a crash
/// none of them may be missing.
final class CommitProbe implements AutoCloseable {

  private final Database postgres;
  private final InstantSource clock = InstantSource.system();
  private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean running = true;
  private volatile @Nullable Instant firstFailure;

  CommitProbe(Database postgres) {
    this.postgres = postgres;
    postgres.jdbc().sql("create table if not exists commit_probe (number bigint)").update();
    postgres.jdbc().sql("truncate commit_probe").update();
    thread = Thread.ofVirtual().name("commit-probe").start(this::commitLoop);
  }

  long committed() {
    return acknowledged.size();
  }

  /// When the database first refused; empty: it never did.
  Optional<Instant> firstFailure() {
    return Optional.ofNullable(firstFailure);
  }

  /// Stops, and counts what was acknowledged and is not there.
  long missing() {
    close();
    // Not a table of the product's schema, so the guards of its statements must pass it by.
    var there =
        new HashSet<>(
            postgres
                .jdbc()
                .sql("table commit_probe")
                .query((row, _) -> row.getLong("number"))
                .list());
    return acknowledged.stream().filter(number -> !there.contains(number)).count();
  }

  @Override
  public void close() {
    running = false;
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void commitLoop() {
    for (long number = 1; running; number++) {
      try {
        postgres
            .jdbc()
            .sql(
                """
                merge into commit_probe using (values (:n)) v (n) on false
                when not matched then insert values (n)
                """)
            .param("n", number)
            .update();
        acknowledged.add(number);
      } catch (DataAccessException _) {
        if (firstFailure == null) {
          firstFailure = clock.instant();
        }
        Waiting.pause(Duration.ofMillis(50));
      }
    }
  }
}
