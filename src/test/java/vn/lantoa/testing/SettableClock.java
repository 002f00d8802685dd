package vn.lantoa.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A clock that runs, and can be moved; the database's clock is moved with it, so that both agree.
public final class SettableClock implements InstantSource {

  private volatile Duration shift;

  SettableClock(Duration shift) {
    this.shift = shift;
  }

  @Override
  public Instant instant() {
    return InstantSource.system().instant().plus(shift);
  }

  public void moveTo(Instant instant, DataSource database) {
    moveAloneTo(instant);
    JdbcClient.create(database)
        .sql("update clock set shift = make_interval(secs => :seconds)")
        .param("seconds", shift.toMillis() / 1000.0)
        .update();
  }

  /// The database's clock goes on as it was.
  public void moveAloneTo(Instant instant) {
    shift = Duration.between(InstantSource.system().instant(), instant);
  }
}
