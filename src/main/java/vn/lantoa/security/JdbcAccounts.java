package vn.lantoa.security;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Refusal;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Account.Grant;

@Repository
@Transactional
class JdbcAccounts implements Accounts {

  /// Shorter ones are guessed too soon.
  static final int SHORTEST_PASSWORD = 10;

  private final JdbcClient jdbc;
  private final PasswordEncoder encoder;
  private final AuditTrail audit;
  private final OrgUnits units;

  JdbcAccounts(JdbcClient jdbc, PasswordEncoder encoder, AuditTrail audit, OrgUnits units) {
    this.jdbc = jdbc;
    this.encoder = encoder;
    this.audit = audit;
    this.units = units;
  }

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
    requireLong(password);
    if (grants.isEmpty()) {
      throw new Refusal("account.no-role");
    }
    long id;
    try {
      id =
          jdbc.sql(
                  """
                  insert into account (username, name, email, password_hash, must_change_password, keys_by)
                  values (:username, :name, :email, :hash, :mustChange, :by) returning id
                  """)
              .param("username", canonical(username))
              .param("name", name.strip())
              .param("email", email)
              .param("hash", encoder.encode(password))
              .param("mustChange", mustChangePassword)
              .param("by", by.accountId())
              .query(Long.class)
              .single();
    } catch (DuplicateKeyException _) {
      throw new Refusal("account.username-taken", canonical(username));
    }
    for (var grant : Set.copyOf(grants)) {
      jdbc.sql(GRANT)
          .param("account", id)
          .param("role", grant.role().name())
          .param("unit", grant.unitId())
          .param("by", by.accountId())
          .update();
    }
    audit.record(by, "account.add", "account:" + id, canonical(username));
    return get(id);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Account> byUsername(String username) {
    return jdbc.sql("select id from account where username = :username")
        .param("username", canonical(username))
        .query(Long.class)
        .optional()
        .map(this::get);
  }

  private static final String ACCOUNT =
      """
      select account.*,
             array(select stands_in_for from role_grant_now where account_id = account.id and stands_in_for is not null
                    union
                   select account_id from role_grant_now where stands_in_for = account.id
                    union
                   select granted_by from role_grant_now
                    where account_id = account.id and granted_by is not null
                      and role = 'APPROVER' and valid_from > lantoa_now() - interval '24 hours'
                    union
                   -- Whoever gave out a password may know it for a while.
                   select other.id
                     from account other
                    where other.id <> account.id
                      and ((account.keys_at > lantoa_now() - interval '24 hours'
                            and account.keys_by in (other.id, other.keys_by))
                           or (other.keys_at > lantoa_now() - interval '24 hours' and other.keys_by = account.id)))
               as together
        from account
       where account.id = :id
      """;

  @Override
  @Transactional(readOnly = true)
  public Account get(long id) {
    var grants = grants(id);
    return jdbc.sql(ACCOUNT)
        .param("id", id)
        .query((row, _) ->
            new Account(
                row.getLong("id"),
                row.getString("username"),
                row.getString("name"),
                row.getString("email"),
                row.getBoolean("active"),
                row.getBoolean("must_change_password"),
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
       where account.active
         and exists (select from role_grant_now
                      where role_grant_now.account_id = account.id
                        and role_grant_now.role = :role
                        and role_grant_now.unit_id = any(:units::bigint[]))
       order by account.id
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
    audit.record(Actor.SYSTEM, "account.change-email", "account:" + id, "");
  }

  @Override
  public void changePassword(long id, String password) {
    store(id, password, false);
    audit.record(Actor.SYSTEM, "account.change-password", "account:" + id, "");
  }

  @Override
  public void resetPassword(long id, String password, Actor by) {
    store(id, password, true);
    jdbc.sql("update account set keys_by = :by, keys_at = lantoa_now() where id = :id")
        .param("by", by.accountId())
        .param("id", id)
        .update();
    audit.record(by, "account.change-password", "account:" + id, "");
  }

  private void store(long id, String password, boolean mustChange) {
    requireLong(password);
    jdbc.sql(
            """
            update account
            set password_hash = :hash, must_change_password = :mustChange, failed_logins = 0, locked_until = null
            where id = :id
            """)
        .param("hash", encoder.encode(password))
        .param("mustChange", mustChange)
        .param("id", id)
        .update();
  }

  @Override
  public void setActive(long id, boolean active) {
    jdbc.sql("update account set active = :active where id = :id")
        .param("active", active)
        .param("id", id)
        .update();
    audit.record(Actor.SYSTEM, active ? "account.enable" : "account.disable", "account:" + id, "");
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isEmpty() {
    return jdbc.sql("select not exists (select from account)").query(Boolean.class).single();
  }

  static String canonical(String username) {
    return username.strip().toLowerCase(Locale.ROOT);
  }

  private static void requireLong(String password) {
    if (password.length() < SHORTEST_PASSWORD) {
      throw new Refusal("account.password-short", SHORTEST_PASSWORD);
    }
  }
}
