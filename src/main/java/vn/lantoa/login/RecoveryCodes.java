package vn.lantoa.login;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.secret.InstallationSecret;

/// Codes on paper, for who has lost the device: ten, each once. They are made at random, so a keyed
/// hash keeps them as well as a slow one would.
@Repository
@Transactional
class RecoveryCodes {

  private static final String PURPOSE = "recovery-code";
  private static final int CODES = 10;

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final ReadableSecrets secrets;
  private final InstallationSecret secret;

  RecoveryCodes(
      JdbcClient jdbc, InstantSource clock, ReadableSecrets secrets, InstallationSecret secret) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.secrets = secrets;
    this.secret = secret;
  }

  List<String> renew(long accountId) {
    jdbc.sql("delete from recovery_code where account_id = :account")
        .param("account", accountId)
        .update();
    var codes = Stream.generate(secrets::recoveryCode).distinct().limit(CODES).toList();
    for (var code : codes) {
      jdbc.sql("insert into recovery_code (account_id, hash) values (:account, :hash)")
          .param("account", accountId)
          .param("hash", hash(accountId, code))
          .update();
    }
    return codes;
  }

  boolean accept(long accountId, String typed) {
    return jdbc.sql(
                """
                update recovery_code set used_at = :now
                 where account_id = :account and hash = :hash and used_at is null
                   and exists (select from factor_in_use where factor_in_use.account_id = :account)
                """)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("account", accountId)
            .param("hash", hash(accountId, typed))
            .update()
        == 1;
  }

  void endWithTheLastFactor(long accountId) {
    jdbc.sql(
            """
            delete from recovery_code
             where account_id = :account
               and not exists (select from factor_in_use where factor_in_use.account_id = :account)
            """)
        .param("account", accountId)
        .update();
  }

  int left(long accountId) {
    return jdbc.sql(
            "select count(*) from recovery_code where account_id = :account and used_at is null")
        .param("account", accountId)
        .query(Integer.class)
        .single();
  }

  /// Whether it was typed with or without the dash, and in capitals.
  private byte[] hash(long accountId, String code) {
    var plain = code.replace("-", "").toLowerCase(Locale.ROOT);
    return secret.sign(PURPOSE, (accountId + "\n" + plain).getBytes(StandardCharsets.UTF_8));
  }
}
