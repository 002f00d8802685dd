package vn.lantoa.login;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Refusal;
import vn.lantoa.login.LoginSettings.Demand;
import vn.lantoa.secret.InstallationSecret;
import vn.lantoa.secret.Seal;
import vn.lantoa.security.Account;
import vn.lantoa.security.Role;

@Repository
@Transactional
class JdbcSecondFactors implements SecondFactors {

  /// Whoever decides what people get, who gets in, or what the machine does.
  private static final Set<Role> DEMANDED_OF = Set.of(Role.APPROVER, Role.ADMIN, Role.OPERATOR);

  private static final byte SEALED = 0;
  private static final Pattern OF_APP = Pattern.compile("\\d{6}");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final LoginSettings settings;
  private final RecoveryCodes recovery;
  private final Seal seal;

  JdbcSecondFactors(
      JdbcClient jdbc,
      InstantSource clock,
      LoginSettings settings,
      RecoveryCodes recovery,
      InstallationSecret secret) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
    this.recovery = recovery;
    this.seal = new Seal(secret.key("second-factor"));
  }

  @Override
  @Transactional(readOnly = true)
  public boolean has(long accountId) {
    return jdbc.sql(
            "select exists (select from second_factor where account_id = :account and proved_at is not null)")
        .param("account", accountId)
        .query(Boolean.class)
        .single();
  }

  @Override
  public boolean isMissing(Account who) {
    return settings.secondFactor() == Demand.DEMANDED
        && DEMANDED_OF.stream().anyMatch(who::has)
        && !has(who.id());
  }

  @Override
  public void offer(Account who) {
    jdbc.sql(
            """
            insert into second_factor (account_id, secret) values (:account, :secret)
            on conflict (account_id) do update set secret = excluded.secret
             where second_factor.proved_at is null
            """)
        .param("account", who.id())
        .param("secret", sealed(who.id(), Authenticator.newSecret()))
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Offer> offered(Account who) {
    return factor(who.id())
        .filter(factor -> factor.provedAt() == null)
        .flatMap(factor -> opened(who.id(), factor.secret()))
        .map(secret -> Authenticator.offer(who.username(), secret));
  }

  @Override
  public List<String> prove(Account who, String code) {
    if (has(who.id()) || !acceptOfApp(who.id(), typed(code))) {
      throw new Refusal("login.code-wrong");
    }
    jdbc.sql("update second_factor set proved_at = :now where account_id = :account")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("account", who.id())
        .update();
    return recovery.renew(who.id());
  }

  @Override
  public boolean accept(long accountId, String code) {
    var typed = typed(code);
    return OF_APP.matcher(typed).matches()
        ? acceptOfApp(accountId, typed)
        : recovery.accept(accountId, typed);
  }

  private boolean acceptOfApp(long accountId, String code) {
    var step =
        factor(accountId)
            .flatMap(factor -> opened(accountId, factor.secret()))
            .map(secret -> Authenticator.step(secret, code, clock.instant()));
    // The step is taken by whoever comes first, also of two requests at the same moment.
    return step.isPresent()
        && step.get().isPresent()
        && jdbc.sql(
                    "update second_factor set last_step = :step where account_id = :account and last_step < :step")
                .param("step", step.get().getAsLong())
                .param("account", accountId)
                .update()
            == 1;
  }

  @Override
  public List<String> renewRecoveryCodes(long accountId) {
    return recovery.renew(accountId);
  }

  @Override
  @Transactional(readOnly = true)
  public int recoveryCodesLeft(long accountId) {
    return recovery.left(accountId);
  }

  @Override
  public void remove(long accountId) {
    jdbc.sql("delete from second_factor where account_id = :account")
        .param("account", accountId)
        .update();
  }

  private Optional<Factor> factor(long accountId) {
    return jdbc.sql("select secret, proved_at from second_factor where account_id = :account")
        .param("account", accountId)
        .query((row, _) ->
            new Factor(row.getBytes("secret"), row.getObject("proved_at", OffsetDateTime.class)))
        .optional();
  }

  /// With the account in it, so that nobody who writes in the database gives one person's secret to
  /// another.
  private byte[] sealed(long accountId, byte[] secret) {
    return seal.close(
        SEALED,
        ByteBuffer.allocate(Long.BYTES + secret.length).putLong(accountId).put(secret).array());
  }

  private Optional<byte[]> opened(long accountId, byte[] sealed) {
    return seal.open(SEALED, sealed)
        .map(ByteBuffer::wrap)
        .filter(content -> content.getLong() == accountId)
        .map(content -> {
          var secret = new byte[content.remaining()];
          content.get(secret);
          return secret;
        });
  }

  private static String typed(String code) {
    return SPACES.matcher(code).replaceAll("");
  }

  // Read and used at once; nobody compares it.
  @SuppressWarnings("ArrayRecordComponent")
  private record Factor(byte[] secret, @Nullable OffsetDateTime provedAt) {}
}
