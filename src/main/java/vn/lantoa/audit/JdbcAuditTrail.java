package vn.lantoa.audit;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Actor;
import vn.lantoa.security.AuditTrail;

@Repository
@Transactional
class JdbcAuditTrail implements AuditTrail {

  /// What is never erased must not be a place to put things.
  private static final int LONGEST_DETAIL = 500;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  JdbcAuditTrail(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void record(Actor actor, String action, String subject, String detail) {
    // The program has no address, and that of a person who is not on the staff is not ours to keep.
    var whence =
        actor.equals(Actor.SYSTEM) || actor.equals(Actor.OUTSIDER) ? Whence.NOWHERE : Whence.now();
    jdbc.sql(
            """
            insert into audit_entry (at, account_id, actor, action, subject, detail, address, request)
            values (:at, :account, :actor, :action, :subject, :detail, :address, :request)
            """)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("account", actor.accountId())
        .param("actor", actor.name())
        .param("action", action)
        .param("subject", subject)
        .param("detail", cut(detail))
        .param("address", whence.address())
        .param("request", whence.request())
        .update();
  }

  private static String cut(String detail) {
    return detail.codePointCount(0, detail.length()) <= LONGEST_DETAIL
        ? detail
        : detail.substring(0, detail.offsetByCodePoints(0, LONGEST_DETAIL - 1)) + "…";
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
