package vn.lantoa.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Actor;
import vn.lantoa.common.PlainLine;
import vn.lantoa.common.Refusal;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Account.Grant;

@Repository
@Transactional
class JdbcAccounts implements Accounts {

  /// How long a password holds that somebody else made: over a weekend.
  private static final Duration TEMPORARY_FOR = Duration.ofHours(72);

  private final JdbcClient jdbc;
  private final PasswordEncoder encoder;
  private final OrgUnits units;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  JdbcAccounts(
      JdbcClient jdbc,
      PasswordEncoder encoder,
      OrgUnits units,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.encoder = encoder;
    this.units = units;
    this.clock = clock;
    this.events = events;
  }

  /// Of people who log in by their address, too.
  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,99}");

  private static final String GRANT =
      """
      insert into role_grant (account_id, role, unit_id, granted_by)
      values (:account, :role, :unit, :by)
      """;

  @Override
  public Account add(
      String username,
      String name,
      @Nullable String email,
      String password,
      boolean mustChangePassword,
      List<Grant> grants,
      Actor by) {
    if (grants.isEmpty()) {
      throw new Refusal("account.no-role");
    }
    if (!USERNAME.matcher(Accounts.canonical(username)).matches()) {
      throw new Refusal("account.username-characters");
    }
    var plainName = PlainLine.of(name, PlainLine.LONGEST_NAME);
    long id;
    try {
      id =
          jdbc.sql(
                  """
                  insert into account
                    (username, name, email, password_hash, must_change_password, password_until, keys_by)
                  values (:username, :name, :email, :hash, :mustChange, :until, :by) returning id
                  """)
              .param("username", Accounts.canonical(username))
              .param("name", plainName)
              .param("email", email)
              .param("hash", encoder.encode(password))
              .param("mustChange", mustChangePassword)
              .param("by", by.accountId())
              .param("until", mustChangePassword ? temporaryUntil() : null)
              .query(Long.class)
              .single();
    } catch (DuplicateKeyException _) {
      throw new Refusal("account.username-taken", Accounts.canonical(username));
    }
    for (var grant : Set.copyOf(grants)) {
      jdbc.sql(GRANT)
          .param("account", id)
          .param("role", grant.role().name())
          .param("unit", grant.unitId())
          .param("by", by.accountId())
          .update();
    }
    var added = get(id);
    tellOfKeys(added, by);
    return added;
  }

  /// What the program gives out by itself nobody holds.
  private void tellOfKeys(Account account, Actor by) {
    if (by.accountId() != null) {
      account.grants().stream()
          .filter(grant -> grant.role() == Role.APPROVER)
          .map(Grant::unitId)
          .distinct()
          .forEach(unit ->
              events.publishEvent(
                  new ApproverKeys(account.id(), unit, by, clock.instant().toString())));
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Account> byUsername(String username) {
    return jdbc.sql("select id from account where username = :username")
        .param("username", Accounts.canonical(username))
        .query(Long.class)
        .optional()
        .map(this::get);
  }

  @Override
  @Transactional(readOnly = true)
  public Account get(long id) {
    var grants = grants(id);
    return jdbc.sql(SameHands.ACCOUNT)
        .param("id", id)
        .query((row, _) ->
            new Account(
                row.getLong("id"),
                row.getString("username"),
                row.getString("name"),
                row.getString("email"),
                row.getBoolean("active"),
                row.getBoolean("must_change_password"),
                moment(row, "password_until"),
                moment(row, "last_login_at"),
                grants,
                Set.of((Long[]) row.getArray("together").getArray())))
        .optional()
        .orElseThrow(() -> new Refusal("account.unknown"));
  }

  /// One's own first: where one mainly works does not change by standing in for somebody.
  private static final String GRANTS =
      """
      select role_grant_now.role, role_grant_now.unit_id, principal.name as principal
        from role_grant_now
        left join account principal on principal.id = role_grant_now.stands_in_for
       where role_grant_now.account_id = :id
       order by principal.id is not null, role_grant_now.unit_id, role_grant_now.role
      """;

  private List<Grant> grants(long id) {
    return jdbc.sql(GRANTS)
        .param("id", id)
        .query((row, _) ->
            new Grant(
                Role.valueOf(row.getString("role")),
                row.getLong("unit_id"),
                row.getString("principal")))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Account> all() {
    return jdbc
        .sql("select id from account order by name, id")
        .query((row, _) -> row.getLong(1))
        .list()
        .stream()
        .map(this::get)
        .toList();
  }

  private static final String HOLDING =
      """
      select account.id
        from account
        join role_grant_now on role_grant_now.account_id = account.id
       where account.active
         and role_grant_now.role = :role
         and role_grant_now.unit_id = any(:units::bigint[])
       group by account.id
       order by max(array_position(:units::bigint[], role_grant_now.unit_id)) desc,
         account.name, account.id
      """;

  @Override
  @Transactional(readOnly = true)
  public List<Long> holdingAtTheTop(Role role) {
    return holding(
        role,
        units.all().stream()
            .filter(unit -> unit.parentId() == null)
            .map(OrgUnit::id)
            .toArray(Long[]::new));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Long> holding(Role role, long unitId) {
    return holding(role, units.path(unitId).stream().map(OrgUnit::id).toArray(Long[]::new));
  }

  private List<Long> holding(Role role, Long[] unitIds) {
    return jdbc.sql(HOLDING)
        .param("role", role.name())
        .param("units", unitIds)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  @Override
  public void changeEmail(long id, @Nullable String email) {
    jdbc.sql("update account set email = :email where id = :id")
        .param("email", email)
        .param("id", id)
        .update();
  }

  @Override
  public void resetPassword(long id, String password, Actor by) {
    setPassword(id, password, temporaryUntil());
    jdbc.sql("update account set keys_by = :by, keys_at = lantoa_now() where id = :id")
        .param("by", by.accountId())
        .param("id", id)
        .update();
    tellOfKeys(get(id), by);
    events.publishEvent(new SessionsEnded(id, SessionsEnded.Why.PASSWORD_RESET));
  }

  @Override
  public void choosePassword(long id, String password) {
    setPassword(id, password, null);
    events.publishEvent(new SessionsEnded(id, SessionsEnded.Why.PASSWORD_CHOSEN));
  }

  private void setPassword(long id, String password, @Nullable OffsetDateTime until) {
    jdbc.sql(
            """
            update account
            set password_hash = :hash, must_change_password = :mustChange, password_until = :until,
                session_epoch = session_epoch + 1
            where id = :id
            """)
        .param("hash", encoder.encode(password))
        .param("mustChange", until != null)
        .param("until", until)
        .param("id", id)
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Credential> credential(String username) {
    return jdbc.sql(
            """
            select id, username, password_hash, active, session_epoch, password_until
            from account where username = :username
            """)
        .param("username", Accounts.canonical(username))
        .query((row, _) ->
            new Credential(
                row.getLong("id"),
                row.getString("username"),
                row.getString("password_hash"),
                row.getBoolean("active"),
                row.getInt("session_epoch"),
                moment(row, "password_until")))
        .optional();
  }

  @Override
  public void rehash(Credential known, String password) {
    // Unless it was changed meanwhile.
    jdbc.sql("update account set password_hash = :hash where id = :id and password_hash = :known")
        .param("hash", encoder.encode(password))
        .param("id", known.accountId())
        .param("known", known.hash())
        .update();
  }

  @Override
  public void setActive(long id, boolean active) {
    jdbc.sql(
            """
            update account
            set active = :active, session_epoch = session_epoch + case when :active then 0 else 1 end
            where id = :id
            """)
        .param("active", active)
        .param("id", id)
        .update();
    if (!active) {
      events.publishEvent(new SessionsEnded(id, SessionsEnded.Why.ACCOUNT_CLOSED));
    }
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isEmpty() {
    return jdbc.sql("select not exists (select from account)").query(Boolean.class).single();
  }

  private OffsetDateTime temporaryUntil() {
    return clock.instant().plus(TEMPORARY_FOR).atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    var at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
