package vn.lantoa.database;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The clock all nodes share: the database's. A node whose own clock is wrong must neither miss a
/// wave that is not due yet nor send at night.
@Component
public class DatabaseClock {

  private static final Duration FRESH = Duration.ofSeconds(10);

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private volatile Duration ahead = Duration.ZERO;
  private volatile long readAt = System.nanoTime() - FRESH.toNanos();

  public DatabaseClock(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Asks the database.
  public Instant read() {
    // First the time, so that of two who come at once only one asks.
    readAt = System.nanoTime();
    var time = jdbc.sql("select lantoa_now()").query(OffsetDateTime.class).single().toInstant();
    ahead = Duration.between(clock.instant(), time);
    return time;
  }

  /// By this machine's clock, corrected by how far it was off when the database was last asked: ten
  /// seconds ago at most.
  public Instant now() {
    if (System.nanoTime() - readAt > FRESH.toNanos()) {
      return read();
    }
    return clock.instant().plus(ahead);
  }
}
