package vn.lantoa.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAuditSearch implements AuditSearch {

  /// What is not asked for is not in the statement, so that each question finds its index.
  private static final String ENTRIES =
      """
      select e.id, e.at, e.account_id, e.actor, e.action, e.subject, e.detail, e.address, e.request
      from audit_entry e where true
      """;

  private final JdbcClient jdbc;

  JdbcAuditSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<AuditEntry> entries(Wanted wanted, @Nullable Long after, int limit) {
    var sql = new StringBuilder(ENTRIES);
    add(sql, wanted.accounts() != null, "e.account_id = any(:accounts)");
    add(sql, !wanted.action().isEmpty(), "e.action = :action");
    add(sql, !wanted.subject().isEmpty(), "e.subject = :subject");
    add(sql, wanted.days().from() != null, "e.at >= :begin");
    add(sql, wanted.days().to() != null, "e.at < :end");
    add(
        sql,
        after != null,
        "(e.at, e.id) < (select l.at, l.id from audit_entry l where l.id = :after)");
    sql.append("order by e.at desc, e.id desc limit :limit");
    var accounts = wanted.accounts();
    return jdbc.sql(sql.toString())
        .param("accounts", accounts == null ? null : accounts.toArray(Long[]::new))
        .param("action", wanted.action())
        .param("subject", wanted.subject())
        .param("begin", wanted.days().begin())
        .param("end", wanted.days().end())
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> AuditEntry.of(row))
        .list();
  }

  private static void add(StringBuilder sql, boolean asked, String condition) {
    if (asked) {
      sql.append("and ").append(condition).append('\n');
    }
  }
}
