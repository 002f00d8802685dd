package vn.lantoa.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Slows guessing down: after five wrong passwords an account waits a minute, then two, four … up
/// to fifteen; an address of the network that tries many names waits too.
@Component
class LoginThrottle {

  private static final int FREE_TRIES = 5;
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int TRIES_PER_ADDRESS = 30;
  private static final Duration ADDRESS_WINDOW = Duration.ofMinutes(10);
  private static final int ADDRESSES_KEPT = 10_000;

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final Map<String, Tries> addresses =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
          return size() > ADDRESSES_KEPT;
        }
      };

  LoginThrottle(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// How long this name, tried from this address, has to wait; empty: not at all.
  Optional<Duration> wait(String username, String address) {
    var now = clock.instant();
    if (triesFrom(address, now) >= TRIES_PER_ADDRESS) {
      return Optional.of(ADDRESS_WINDOW);
    }
    return jdbc.sql(
            "select locked_until from account where username = :username and locked_until > :now")
        .param("username", JdbcAccounts.canonical(username))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, _) -> row.getTimestamp("locked_until").toInstant())
        .optional()
        .map(until -> Duration.between(now, until));
  }

  void failed(String username, String address) {
    var now = clock.instant();
    synchronized (addresses) {
      addresses.merge(
          address,
          new Tries(1, now),
          (old, fresh) ->
              old.since().isBefore(now.minus(ADDRESS_WINDOW))
                  ? fresh
                  : new Tries(old.count() + 1, old.since()));
    }
    int failures =
        jdbc.sql(
                """
                update account set failed_logins = failed_logins + 1 where username = :username
                returning failed_logins
                """)
            .param("username", JdbcAccounts.canonical(username))
            .query(Integer.class)
            .optional()
            .orElse(0);
    if (failures >= FREE_TRIES) {
      var minutes = Math.min(LONGEST.toMinutes(), 1L << Math.min(failures - FREE_TRIES, 10));
      jdbc.sql("update account set locked_until = :until where username = :username")
          .param("until", now.plus(Duration.ofMinutes(minutes)).atOffset(ZoneOffset.UTC))
          .param("username", JdbcAccounts.canonical(username))
          .update();
    }
  }

  void succeeded(String username) {
    jdbc.sql("update account set failed_logins = 0, locked_until = null where username = :username")
        .param("username", JdbcAccounts.canonical(username))
        .update();
  }

  private int triesFrom(String address, Instant now) {
    synchronized (addresses) {
      var tries = addresses.get(address);
      return tries == null || tries.since().isBefore(now.minus(ADDRESS_WINDOW)) ? 0 : tries.count();
    }
  }

  private record Tries(int count, Instant since) {}
}
