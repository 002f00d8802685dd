package vn.lantoa.login;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What devices are given to sign, in the database, since the answer may come to another node. Each
/// belongs to one login and is good once.
@Repository
@Transactional
class PasskeyChallenges {

  static final Duration GOOD_FOR = Duration.ofMinutes(5);

  private static final int SIZE = 32; // bytes; the standard asks for 16 or more

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  PasskeyChallenges(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// @param label of the passkey that is being made; null: one is asked for
  // Read and used at once; nobody compares it.
  @SuppressWarnings("ArrayRecordComponent")
  record Challenge(byte[] bytes, @Nullable String label) {}

  /// In the place of the one there was.
  ///
  /// @param label of the passkey to be made; null: one is asked for
  byte[] renew(long sessionId, @Nullable String label) {
    var challenge = new byte[SIZE];
    random.nextBytes(challenge);
    jdbc.sql(
            """
            insert into passkey_challenge (session_id, challenge, label, made_at)
            values (:session, :challenge, :label, :now)
            on conflict (session_id) do update
              set challenge = excluded.challenge, label = excluded.label, made_at = excluded.made_at
            """)
        .param("session", sessionId)
        .param("challenge", challenge)
        .param("label", label)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return challenge;
  }

  /// As it waits to be answered.
  @Transactional(readOnly = true)
  Optional<Challenge> waiting(long sessionId) {
    return jdbc.sql(
            "select challenge, label from passkey_challenge where session_id = :session and made_at > :since")
        .param("session", sessionId)
        .param("since", clock.instant().minus(GOOD_FOR).atOffset(ZoneOffset.UTC))
        .query((row, _) -> challenge(row))
        .optional();
  }

  /// To be answered now, and never again. Of two answers at the same moment one gets it.
  Optional<Challenge> take(long sessionId) {
    return jdbc.sql(
            """
            with gone as (delete from passkey_challenge where session_id = :session returning challenge, label, made_at)
            select challenge, label from gone where made_at > :since
            """)
        .param("session", sessionId)
        .param("since", clock.instant().minus(GOOD_FOR).atOffset(ZoneOffset.UTC))
        .query((row, _) -> challenge(row))
        .optional();
  }

  private static Challenge challenge(ResultSet row) throws SQLException {
    return new Challenge(row.getBytes("challenge"), row.getString("label"));
  }
}
