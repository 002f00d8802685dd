package vn.lantoa.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.database.TestDatabase;

/// Stops the clock of a test's database, which the ledger goes by: it is noon of tomorrow, and time
/// passes when the test says so, however long the test itself takes.
public final class StandingClock {

  private final JdbcClient jdbc;

  private StandingClock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public static StandingClock in(JdbcClient jdbc) {
    var noon =
        jdbc.sql("select (current_date + interval '36 h') at time zone 'Asia/Ho_Chi_Minh'")
            .query(String.class)
            .single();
    TestDatabase.asSuperuser(
        jdbc,
        """
        create or replace function lantoa_now() returns timestamptz language sql stable
          return timestamptz '%s' + (select shift from clock)
        """
            .formatted(noon));
    return new StandingClock(jdbc);
  }

  public void moveTo(Instant moment) {
    jdbc.sql("update clock set shift = :moment - (lantoa_now() - shift)")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .update();
  }

  public void pass(Duration time) {
    jdbc.sql("update clock set shift = shift + make_interval(secs => :seconds)")
        .param("seconds", time.toMillis() / 1000.0)
        .update();
  }
}
