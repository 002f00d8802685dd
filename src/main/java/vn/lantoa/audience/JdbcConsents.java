package vn.lantoa.audience;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;

/// Consents in PostgreSQL.
@Repository
@Transactional
class JdbcConsents implements Consents {

  private final JdbcClient jdbc;

  JdbcConsents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void optOut(long recipientId, String source, Actor actor) {
    hold(recipientId);
    jdbc.sql("update contact_point set consent_at = null where recipient_id = :id")
        .param("id", recipientId)
        .update();
    jdbc.sql(
            """
            insert into suppression (channel, address, reason, source)
            select channel, address, 'OPT_OUT', :source from contact_point where recipient_id = :id
            order by channel, address
            on conflict (channel, address) where lifted_at is null do nothing
            """)
        .param("id", recipientId)
        .param("source", source)
        .update();
    record(recipientId, false, source, actor);
  }

  @Override
  public void optIn(long recipientId, String source, Actor actor) {
    hold(recipientId);
    jdbc.sql(
            """
            update contact_point set consent_at = lantoa_now(), consent_source = :source where recipient_id = :id
            """)
        .param("id", recipientId)
        .param("source", source)
        .update();
    jdbc.sql(
            """
            with held as materialized (
              select s.id from suppression s join contact_point p on s.channel = p.channel and s.address = p.address
              where p.recipient_id = :id and s.lifted_at is null and s.reason in ('OPT_OUT', 'MANUAL')
              order by s.channel, s.address for update of s
            )
            update suppression s set lifted_at = lantoa_now() from held where s.id = held.id
            """)
        .param("id", recipientId)
        .update();
    record(recipientId, true, source, actor);
  }

  /// His addresses belong to who holds the person; a family's shared ones are taken in order.
  private void hold(long recipientId) {
    jdbc.sql("select id from recipient where id = :id for update")
        .param("id", recipientId)
        .query(Long.class)
        .optional();
  }

  /// Writes down what was said about all channels of a recipient.
  void record(long recipientId, boolean given, String source, Actor actor) {
    jdbc.sql(
            """
            insert into consent_event (recipient_id, channel, given, source, actor)
            select recipient_id, channel, :given, :source, :actor from contact_point where recipient_id = :id
            """)
        .param("given", given)
        .param("source", source)
        .param("actor", actor.name())
        .param("id", recipientId)
        .update();
  }

  private static final String HISTORY =
      """
      select channel, given, source, actor, at
        from consent_event
       where recipient_id = :recipientId
       order by at desc, id desc
       limit 100
      """;

  @Override
  @Transactional(readOnly = true)
  public List<Event> history(long recipientId) {
    return jdbc.sql(HISTORY)
        .param("recipientId", recipientId)
        .query((row, _) ->
            new Event(
                new Channel(row.getString("channel")),
                row.getBoolean("given"),
                row.getString("source"),
                row.getString("actor"),
                row.getTimestamp("at").toInstant()))
        .list();
  }
}
