package vn.lantoa.security;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
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
  private final OrgUnits units;

  JdbcAccounts(JdbcClient jdbc, PasswordEncoder encoder, OrgUnits units) {
    this.jdbc = jdbc;
    this.encoder = encoder;
    this.units = units;
  }

  @Override
  public Account add(
      String username,
      String name,
      @Nullable String email,
      String password,
      boolean mustChangePassword,
      List<Grant> grants) {
    requireLong(password);
    if (grants.isEmpty()) {
      throw new Refusal("account.no-role");
    }
    long id;
    try {
      id =
          jdbc.sql(
                  """
                  insert into account (username, name, email, password_hash, must_change_password)
                  values (:username, :name, :email, :hash, :mustChange) returning id
                  """)
              .param("username", canonical(username))
              .param("name", name.strip())
              .param("email", email)
              .param("hash", encoder.encode(password))
              .param("mustChange", mustChangePassword)
              .query(Long.class)
              .single();
    } catch (DuplicateKeyException _) {
      throw new Refusal("account.username-taken", canonical(username));
    }
    for (var grant : grants) {
      jdbc.sql(
              "insert into role_grant (account_id, role, unit_id) values (:account, :role, :unit) on conflict do nothing")
          .param("account", id)
          .param("role", grant.role().name())
          .param("unit", grant.unitId())
          .update();
    }
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

  @Override
  @Transactional(readOnly = true)
  public Account get(long id) {
    var grants =
        jdbc.sql(
                "select role, unit_id from role_grant where account_id = :id order by unit_id, role")
            .param("id", id)
            .query(
                (row, _) -> new Grant(Role.valueOf(row.getString("role")), row.getLong("unit_id")))
            .list();
    return jdbc.sql("select * from account where id = :id")
        .param("id", id)
        .query((row, _) ->
            new Account(
                row.getLong("id"),
                row.getString("username"),
                row.getString("name"),
                row.getString("email"),
                row.getBoolean("active"),
                row.getBoolean("must_change_password"),
                grants))
        .optional()
        .orElseThrow(() -> new Refusal("account.unknown"));
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
         and exists (select from role_grant
                      where role_grant.account_id = account.id
                        and role_grant.role = :role
                        and (:units::bigint[] is null or role_grant.unit_id = any(:units::bigint[])))
       order by account.id
      """;

  @Override
  @Transactional(readOnly = true)
  public List<Long> holding(Role role) {
    return holding(role, null);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Long> holding(Role role, long unitId) {
    return holding(role, units.path(unitId).stream().map(OrgUnit::id).toArray(Long[]::new));
  }

  private List<Long> holding(Role role, Long @Nullable [] unitIds) {
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
  public void changePassword(long id, String password, boolean mustChangeAgain) {
    requireLong(password);
    jdbc.sql(
            """
            update account
            set password_hash = :hash, must_change_password = :mustChange, failed_logins = 0, locked_until = null
            where id = :id
            """)
        .param("hash", encoder.encode(password))
        .param("mustChange", mustChangeAgain)
        .param("id", id)
        .update();
  }

  @Override
  public void setActive(long id, boolean active) {
    jdbc.sql("update account set active = :active where id = :id")
        .param("active", active)
        .param("id", id)
        .update();
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
