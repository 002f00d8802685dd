package vn.lantoa.audience;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
    jdbc.sql(
            "update contact_point set consent_at = null, promotion_at = null where recipient_id = :id")
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
    say(recipientId, "PERSON", null);
  }

  @Override
  public void optIn(long recipientId, ConsentProof proof, Actor actor) {
    hold(recipientId);
    jdbc.sql(
            """
            update contact_point set consent_at = lantoa_now(), consent_source = :source,
              promotion_at = case when :purpose = 'PROMOTION' then lantoa_now() end
            where recipient_id = :id
            """)
        .param("id", recipientId)
        .param("source", proof.source())
        .param("purpose", proof.purpose().name())
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
    record(recipientId, true, proof.source(), actor);
    prove(recipientId, proof);
  }

  @Override
  public void prove(long recipientId, ConsentProof proof) {
    jdbc.sql(
            """
            update consent_event
            set purpose = :purpose, given_by = :by, way = :way, text_version = nullif(:text, ''), evidence = :evidence
            -- Written in this transaction: each has its own moment.
            where recipient_id = :id and at = now() and given
            """)
        .param("id", recipientId)
        .param("purpose", proof.purpose().name())
        .param("by", proof.by().name())
        .param("way", proof.way().name())
        .param("text", proof.textVersion())
        .param("evidence", proof.evidence())
        .update();
    jdbc.sql(
            """
            update contact_point set promotion_at = coalesce(promotion_at, consent_at)
            where recipient_id = :id and :purpose = 'PROMOTION'
            """)
        .param("id", recipientId)
        .param("purpose", proof.purpose().name())
        .update();
  }

  private void say(long recipientId, String by, @Nullable String way) {
    jdbc.sql(
            """
            update consent_event set given_by = :by, way = :way where recipient_id = :id and at = now() and not given
            """)
        .param("id", recipientId)
        .param("by", by)
        .param("way", way)
        .update();
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
      select *
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
                Purpose.valueOf(row.getString("purpose")),
                row.getString("given_by") == null
                    ? null
                    : GivenBy.valueOf(row.getString("given_by")),
                row.getString("way") == null ? null : ConsentWay.valueOf(row.getString("way")),
                Objects.requireNonNullElse(row.getString("text_version"), ""),
                row.getString("source"),
                row.getString("evidence"),
                row.getString("actor"),
                row.getTimestamp("at").toInstant()))
        .list();
  }
}
