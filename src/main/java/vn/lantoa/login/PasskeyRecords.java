package vn.lantoa.login;

import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialDescriptor;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Passkeys as rows of the database, and as the library wants them.
@Repository
class PasskeyRecords {

  /// Those of the standard; browsers may know others one day.
  private static final Set<AuthenticatorTransport> TRANSPORTS =
      Set.of(
          AuthenticatorTransport.USB,
          AuthenticatorTransport.NFC,
          AuthenticatorTransport.BLE,
          AuthenticatorTransport.SMART_CARD,
          AuthenticatorTransport.HYBRID,
          AuthenticatorTransport.INTERNAL);

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final AccountSeal seal;
  private final AttestedCredentialDataConverter keys;

  PasskeyRecords(JdbcClient jdbc, InstantSource clock, AccountSeal seal, RelyingParty we) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.seal = seal;
    keys = new AttestedCredentialDataConverter(we.converter());
  }

  /// The one added last first.
  List<Passkey> of(long accountId) {
    return jdbc.sql(
            "select id, label, made_at, last_used_at from passkey where account_id = :account order by id desc")
        .param("account", accountId)
        .query((row, _) -> {
          var used = row.getObject("last_used_at", OffsetDateTime.class);
          return new Passkey(
              row.getLong("id"),
              row.getString("label"),
              row.getTimestamp("made_at").toInstant(),
              used == null ? null : used.toInstant());
        })
        .list();
  }

  /// What browsers are told of those the person has.
  List<PublicKeyCredentialDescriptor> known(long accountId) {
    return jdbc.sql(
            "select credential_id, transports from passkey where account_id = :account order by id desc")
        .param("account", accountId)
        .query((row, _) ->
            new PublicKeyCredentialDescriptor(
                PublicKeyCredentialType.PUBLIC_KEY, row.getBytes("credential_id"), transports(row)))
        .list();
  }

  /// @param made checked already
  /// @return false: somebody has it
  boolean add(long accountId, String label, RegistrationData made) {
    var data = Objects.requireNonNull(made.getAttestationObject()).getAuthenticatorData();
    var key = Objects.requireNonNull(data.getAttestedCredentialData());
    return jdbc.sql(
                """
                insert into passkey
                  (account_id, credential_id, public_key, counter, backup_eligible, transports, label, made_at)
                values
                  (:account, :credential, :key, :counter, :backup, :transports, :label, :now)
                on conflict (credential_id) do nothing
                """)
            .param("account", accountId)
            .param("credential", key.getCredentialId())
            .param("key", seal.close(accountId, keys.convert(key)))
            .param("counter", data.getSignCount())
            .param("backup", data.isFlagBE())
            .param("transports", names(made.getTransports()))
            .param("label", label)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /// Held until the transaction ends, so that no two logins are measured by the same counter.
  Optional<CredentialRecord> find(long accountId, byte[] credentialId) {
    return jdbc.sql(
            """
            select public_key, counter, backup_eligible, transports
              from passkey
             where account_id = :account and credential_id = :credential
               for update
            """)
        .param("account", accountId)
        .param("credential", credentialId)
        .query((row, _) -> record(accountId, row))
        .optional()
        .flatMap(found -> found);
  }

  /// @param used checked already
  void used(long accountId, AuthenticationData used) {
    var said = Objects.requireNonNull(used.getAuthenticatorData());
    jdbc.sql(
            """
            update passkey set counter = :counter, last_used_at = :now
             where account_id = :account and credential_id = :credential
            """)
        .param("counter", said.getSignCount())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("account", accountId)
        .param("credential", used.getCredentialId())
        .update();
  }

  /// @return how many there were
  int rename(long accountId, long id, String label) {
    return jdbc.sql("update passkey set label = :label where account_id = :account and id = :id")
        .param("label", label)
        .param("account", accountId)
        .param("id", id)
        .update();
  }

  /// @return how many there were
  int remove(long accountId, long id) {
    return jdbc.sql("delete from passkey where account_id = :account and id = :id")
        .param("account", accountId)
        .param("id", id)
        .update();
  }

  /// Empty: the row is not as we wrote it.
  private Optional<CredentialRecord> record(long accountId, ResultSet row) throws SQLException {
    var counter = row.getLong("counter");
    var backup = row.getBoolean("backup_eligible");
    var transports = transports(row);
    return seal.open(accountId, row.getBytes("public_key"))
        .map(key ->
            new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                backup,
                null,
                counter,
                keys.convert(key),
                null,
                null,
                null,
                transports));
  }

  private static String[] names(@Nullable Set<AuthenticatorTransport> transports) {
    return Objects.requireNonNullElse(transports, Set.<AuthenticatorTransport>of()).stream()
        .filter(TRANSPORTS::contains)
        .map(AuthenticatorTransport::getValue)
        .sorted()
        .toArray(String[]::new);
  }

  private static Set<AuthenticatorTransport> transports(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("transports").getArray())
        .map(AuthenticatorTransport::create)
        .collect(Collectors.toUnmodifiableSet());
  }
}
