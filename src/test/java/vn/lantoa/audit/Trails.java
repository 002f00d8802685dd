package vn.lantoa.audit;

import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.security.AuditTrail;

/// The trail of a database, for tests of other modules.
public final class Trails {

  private Trails() {}

  public static AuditTrail in(JdbcClient jdbc, InstantSource clock) {
    return new JdbcAuditTrail(jdbc, clock);
  }
}
