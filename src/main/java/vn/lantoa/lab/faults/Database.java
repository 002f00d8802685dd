package vn.lantoa.lab.faults;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database of nodes, as the bench asks it: around whatever the nodes go through.
interface Database {

  /// A connection per statement: none lies around that a trial could have broken.
  JdbcClient jdbc();

  /// Moves the clock that leases and due times go by.
  default void shiftClock(Duration shift) {
    jdbc()
        .sql("update clock set shift = make_interval(secs => :seconds)")
        .param("seconds", shift.toSeconds())
        .update();
  }
}
