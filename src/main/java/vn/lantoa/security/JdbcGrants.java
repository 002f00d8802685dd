package vn.lantoa.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Refusal;
import vn.lantoa.org.OrgUnits;

/// Grants in the database, by the database's clock: all nodes let somebody in and put him out at
/// the same moment.
@Repository
@Transactional
class JdbcGrants implements Grants {

  private final JdbcClient jdbc;
  private final OrgUnits units;
  private final ApplicationEventPublisher events;

  JdbcGrants(JdbcClient jdbc, OrgUnits units, ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
    this.units = units;
  }

  private static final String TERMS =
      """
      select role_grant.*, coalesce(principal.name, '') as principal, coalesce(giver.name, '') as giver
        from role_grant
        left join account principal on principal.id = role_grant.stands_in_for
        left join account giver on giver.id = role_grant.granted_by
       where role_grant.account_id = :account or role_grant.id = :id
       order by role_grant.valid_from desc, role_grant.id desc
      """;

  @Override
  @Transactional(readOnly = true)
  public List<Term> of(long accountId) {
    return jdbc.sql(TERMS)
        .param("account", accountId)
        .param("id", null, Types.BIGINT)
        .query(JdbcGrants::term)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Term get(long id) {
    return jdbc.sql(TERMS)
        .param("account", null, Types.BIGINT)
        .param("id", id)
        .query(JdbcGrants::term)
        .optional()
        .orElseThrow(() -> new Refusal("grant.unknown"));
  }

  private static final String GIVE =
      """
      insert into role_grant (account_id, role, unit_id, valid_from, valid_to, stands_in_for, granted_by, reason)
      values (:account, :role, :unit, :from, :to, :principal, :by, :reason)
      returning id
      """;

  @Override
  public Term give(Wanted wanted, Actor by) {
    var from = Objects.requireNonNullElseGet(wanted.from(), this::now);
    check(wanted, from, by);
    var term =
        get(
            jdbc.sql(GIVE)
                .param("account", wanted.accountId())
                .param("role", wanted.role().name())
                .param("unit", wanted.unitId())
                .param("from", utc(from))
                .param("to", wanted.to() == null ? null : utc(wanted.to()))
                .param("principal", wanted.standsInFor(), Types.BIGINT)
                .param("by", by.accountId())
                .param("reason", wanted.reason().strip())
                .query(Long.class)
                .single());
    if (term.role() == Role.APPROVER) {
      events.publishEvent(
          new ApproverKeys(term.accountId(), term.unitId(), by, "grant:" + term.id()));
    }
    return term;
  }

  private void check(Wanted wanted, Instant from, Actor by) {
    var to = wanted.to();
    require(!by.isSamePersonAs(wanted.accountId()), "grant.self");
    require(to == null || to.isAfter(from), "grant.ends-before-it-begins");
    require(
        wanted.role() != Role.OPERATOR || units.isTop(wanted.unitId()),
        "grant.operator-at-the-top");
    var principal = wanted.standsInFor();
    if (principal != null) {
      require(principal != wanted.accountId(), "grant.substitute-of-himself");
      requireShort(from, to);
      require(
          of(principal).stream()
              .filter(own -> own.principal().isEmpty() && own.role() == wanted.role())
              .filter(own -> own.at(from) == State.HELD)
              .anyMatch(own -> units.isWithin(wanted.unitId(), own.unitId())),
          "grant.principal-without-role");
    }
    require(
        of(wanted.accountId()).stream()
            .filter(other -> other.role() == wanted.role() && other.unitId() == wanted.unitId())
            .filter(other -> principal == null ? other.principal().isEmpty() : true)
            .noneMatch(other -> overlaps(other, from, to)),
        "grant.exists");
  }

  private static void requireShort(Instant from, @Nullable Instant to) {
    var longest = Duration.ofDays(LONGEST_SUBSTITUTION_DAYS);
    if (to == null || Duration.between(from, to).compareTo(longest) > 0) {
      throw new Refusal("grant.substitute-too-long", LONGEST_SUBSTITUTION_DAYS);
    }
  }

  private static boolean overlaps(Term term, Instant from, @Nullable Instant to) {
    return (term.to() == null || from.isBefore(term.to()))
        && (to == null || term.from().isBefore(to));
  }

  private static final String END =
      """
      update role_grant
         set valid_to = greatest(:at, valid_from)
       where id = :id
      """;

  private static final String OTHER_OPERATORS =
      """
      select exists (select
                       from role_grant_now
                       join account on account.id = role_grant_now.account_id
                      where role_grant_now.role = 'OPERATOR'
                        and role_grant_now.valid_to is null
                        and role_grant_now.id <> :id
                        and account.active)
      """;

  @Override
  public void end(long id, Instant at, Actor by) {
    // Two who end each other's at the same time: the second sees what the first did.
    jdbc.sql("select id from role_grant where role = 'OPERATOR' or id = :id order by id for update")
        .param("id", id)
        .query(Long.class)
        .list();
    var term = get(id);
    var now = now();
    require(!by.isSamePersonAs(term.accountId()), "grant.self");
    require(term.at(now) != State.OVER, "grant.over");
    require(!at.isBefore(now.minusSeconds(60)), "grant.in-the-past");
    if (!term.principal().isEmpty()) {
      requireShort(term.from(), at);
    }
    require(
        term.role() != Role.OPERATOR
            || term.at(now) == State.TO_COME
            || jdbc.sql(OTHER_OPERATORS).param("id", id).query(Boolean.class).single(),
        "grant.last-operator");
    jdbc.sql(END).param("id", id).param("at", utc(at)).update();
  }

  private Instant now() {
    return jdbc.sql("select lantoa_now()").query(OffsetDateTime.class).single().toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static void require(boolean fine, String refusal) {
    if (!fine) {
      throw new Refusal(refusal);
    }
  }

  private static Term term(ResultSet row, int number) throws SQLException {
    var to = row.getObject("valid_to", OffsetDateTime.class);
    return new Term(
        row.getLong("id"),
        row.getLong("account_id"),
        Role.valueOf(row.getString("role")),
        row.getLong("unit_id"),
        row.getObject("valid_from", OffsetDateTime.class).toInstant(),
        to == null ? null : to.toInstant(),
        row.getString("principal"),
        row.getString("giver"),
        row.getString("reason"));
  }
}
