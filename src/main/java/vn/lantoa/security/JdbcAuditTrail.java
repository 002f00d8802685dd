package vn.lantoa.security;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Actor;

@Repository
@Transactional
class JdbcAuditTrail implements AuditTrail {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  JdbcAuditTrail(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void record(Actor actor, String action, String subject, String detail) {
    jdbc.sql(
            """
            insert into audit_entry (at, account_id, actor, action, subject, detail)
            values (:at, :account, :actor, :action, :subject, :detail)
            """)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("account", actor.accountId())
        .param("actor", actor.name())
        .param("action", action)
        .param("subject", subject)
        .param("detail", detail)
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Entry> of(String subject, int limit) {
    return jdbc.sql(
            "select * from audit_entry where subject = :subject order by at desc, id desc limit :limit")
        .param("subject", subject)
        .param("limit", limit)
        .query((row, _) ->
            new Entry(
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail")))
        .list();
  }
}
