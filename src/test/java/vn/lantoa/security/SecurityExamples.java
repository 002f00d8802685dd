package vn.lantoa.security;

import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.lantoa.org.OrgUnits;

/// Accounts and their trail, on a database of the test.
public final class SecurityExamples {

  private SecurityExamples() {}

  public static Accounts accounts(
      JdbcClient jdbc,
      OrgUnits units,
      PasswordEncoder encoder,
      InstantSource clock,
      ApplicationEventPublisher events) {
    return new JdbcAccounts(jdbc, encoder, units, clock, events);
  }

  /// As passwords are hashed, but soon done.
  public static PasswordEncoder quickHashing() {
    return PasswordHashing.encoder(64, 1);
  }
}
