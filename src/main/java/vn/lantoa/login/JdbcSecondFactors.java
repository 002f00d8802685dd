package vn.lantoa.login;

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
import vn.lantoa.security.Account;
import vn.lantoa.security.Role;

@Repository
@Transactional
class JdbcSecondFactors implements SecondFactors {

  /// Whoever decides what people get, who gets in, or what the machine does.
  private static final Set<Role> DEMANDED_OF = Set.of(Role.APPROVER, Role.ADMIN, Role.OPERATOR);

  private static final Pattern OF_APP = Pattern.compile("\\d{6}");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final LoginSettings settings;
  private final RecoveryCodes recovery;
  private final AccountSeal seal;

  JdbcSecondFactors(
      JdbcClient jdbc,
      InstantSource clock,
      LoginSettings settings,
      RecoveryCodes recovery,
      AccountSeal seal) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
    this.recovery = recovery;
    this.seal = seal;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean has(long accountId) {
    return jdbc.sql("select exists (select from factor_in_use where account_id = :account)")
        .param("account", accountId)
        .query(Boolean.class)
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public boolean hasApp(long accountId) {
    return factor(accountId).filter(factor -> factor.provedAt() != null).isPresent();
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
        .param("secret", seal.close(who.id(), Authenticator.newSecret()))
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Offer> offered(Account who) {
    return factor(who.id())
        .filter(factor -> factor.provedAt() == null)
        .flatMap(factor -> seal.open(who.id(), factor.secret()))
        .map(secret -> Authenticator.offer(who.username(), secret));
  }

  @Override
  public List<String> prove(Account who, String code) {
    if (hasApp(who.id()) || !acceptOfApp(who.id(), typed(code))) {
      throw new Refusal("login.code-wrong");
    }
    boolean first = !has(who.id());
    jdbc.sql("update second_factor set proved_at = :now where account_id = :account")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("account", who.id())
        .update();
    return first ? recovery.renew(who.id()) : List.of();
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
            .flatMap(factor -> seal.open(accountId, factor.secret()))
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
  public void removeApp(long accountId) {
    jdbc.sql("delete from second_factor where account_id = :account")
        .param("account", accountId)
        .update();
    recovery.endWithTheLastFactor(accountId);
  }

  @Override
  public void remove(long accountId) {
    jdbc.sql("delete from passkey where account_id = :account")
        .param("account", accountId)
        .update();
    removeApp(accountId);
  }

  private Optional<Factor> factor(long accountId) {
    return jdbc.sql("select secret, proved_at from second_factor where account_id = :account")
        .param("account", accountId)
        .query((row, _) ->
            new Factor(row.getBytes("secret"), row.getObject("proved_at", OffsetDateTime.class)))
        .optional();
  }

  private static String typed(String code) {
    return SPACES.matcher(code).replaceAll("");
  }

  // Read and used at once; nobody compares it.
  @SuppressWarnings("ArrayRecordComponent")
  private record Factor(byte[] secret, @Nullable OffsetDateTime provedAt) {}
}
