package vn.lantoa.audience;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;
import vn.lantoa.common.Refusal;

/// Consents in PostgreSQL.
@Repository
@Transactional
class JdbcConsents implements Consents {

  private final JdbcClient jdbc;

  JdbcConsents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void optOut(long asked, String source, Scope scope, Actor actor) {
    long recipientId = hold(asked);
    jdbc.sql(
            "update contact_point set consent_at = null, promotion_at = null where recipient_id = :id")
        .param("id", recipientId)
        .update();
    jdbc.sql(
            """
            insert into suppression (channel, address, reason, source, unit_id, units)
            select p.channel, p.address, 'OPT_OUT', :source, r.unit_id,
              r.unit_id || array(select top from unnest(:scope::bigint[]) as top
                                 where r.unit_id in (select unit_and_below(top)))
            from contact_point p join recipient r on r.id = p.recipient_id
            where p.recipient_id = :id
            order by p.channel, p.address
            on conflict (channel, address) where lifted_at is null
              do update set units = suppression.units || excluded.units where suppression.units is not null
            """)
        .param("id", recipientId)
        .param("source", source)
        .param("scope", scope.array())
        .update();
    var channels =
        jdbc.sql("select channel from contact_point where recipient_id = :id")
            .param("id", recipientId)
            .query((row, _) -> new Channel(row.getString("channel")))
            .list();
    record(recipientId, channels, false, source, Purpose.NOTICE, actor);
    say(recipientId, "PERSON", null);
  }

  private static final String LIFT =
      """
      with held as materialized (
        select s.id,
          array(select unit from unnest(s.units) as unit
                where unit not in (select unit_and_below(top) from unnest(:scope::bigint[]) as top)) as others
        from suppression s join contact_point p on s.channel = p.channel and s.address = p.address
        where p.recipient_id = :id and s.lifted_at is null and s.reason in ('OPT_OUT', 'MANUAL') and s.own_at is null
          and (s.units is not null or s.unit_id is null
            or s.unit_id in (select unit_and_below(top) from unnest(:scope::bigint[]) as top))
        order by s.channel, s.address for no key update of s
      )
      -- What staff of other units wrote down stays theirs.
      update suppression s
      set units = case when held.others = '{}' then s.units else held.others end,
          lifted_at = case when held.others = '{}' then lantoa_now() end
      from held where s.id = held.id
      """;

  private static final String AGREE =
      """
      update contact_point p set consent_at = lantoa_now(), consent_source = :source,
        promotion_at = case when :purpose = 'PROMO' then lantoa_now() end
      where p.recipient_id = :id
        and not exists (select from suppression s where s.channel = p.channel and s.address = p.address
                          and s.lifted_at is null and s.reason in ('OPT_OUT', 'MANUAL')
                          and holds_in(s, (select unit_id from recipient where id = :id)))
      returning p.channel
      """;

  @Override
  public void optIn(long asked, ConsentProof proof, Scope scope, Actor actor) {
    long recipientId = hold(asked);
    jdbc.sql(LIFT).param("id", recipientId).param("scope", scope.array()).update();
    var agreed =
        jdbc.sql(AGREE)
            .param("id", recipientId)
            .param("source", proof.source())
            .param("purpose", proof.purpose().name())
            .query((row, _) -> new Channel(row.getString("channel")))
            .list();
    if (agreed.isEmpty()) {
      throw new Refusal("people.refused-himself");
    }
    record(recipientId, agreed, true, proof.source(), proof.purpose(), actor);
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
            where recipient_id = :id and :purpose = 'PROMO'
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
  ///
  /// @return himself, or whom he was made one with while this waited for him
  private long hold(long recipientId) {
    long held =
        jdbc.sql("select coalesce(merged_into, id) from recipient where id = :id for update")
            .param("id", recipientId)
            .query(Long.class)
            .optional()
            .orElse(recipientId);
    return held == recipientId ? held : hold(held);
  }

  /// Writes down what was said about channels of a recipient.
  void record(
      long recipientId,
      Collection<Channel> channels,
      boolean given,
      String source,
      Purpose purpose,
      Actor actor) {
    jdbc.sql(
            """
            insert into consent_event (recipient_id, channel, given, source, purpose, actor)
            select :id, channel, :given, :source, :purpose, :actor from unnest(:channels::text[]) as channel
            """)
        .param("given", given)
        .param("source", source)
        .param("purpose", purpose.name())
        .param("actor", actor.name())
        .param("channels", channels.stream().map(Channel::key).sorted().toArray(String[]::new))
        .param("id", recipientId)
        .update();
  }

  private static final String REFUSALS =
      """
      select s.channel, coalesce(s.own_at, s.since) as since, s.source, s.own_at is not null as himself,
             -- What staff of other units wrote down does not hold for him, and is no obstacle.
             s.own_at is null and not exists (
               select from unnest(coalesce(s.units, array_remove(array[s.unit_id], null))) as unit
               where (s.units is null or r.unit_id in (select unit_and_below(unit)))
                 and unit not in (select unit_and_below(top) from unnest(:scope::bigint[]) as top)) as liftable
        from suppression s
        join contact_point p on p.channel = s.channel and p.address = s.address
        join recipient r on r.id = p.recipient_id
       where p.recipient_id = :id
         and s.lifted_at is null
         and holds_in(s, r.unit_id)
         and (s.own_at is not null or s.reason in ('OPT_OUT', 'MANUAL'))
       order by s.channel
      """;

  @Override
  @Transactional(readOnly = true)
  public List<Refused> refusals(long recipientId, Scope scope) {
    return jdbc.sql(REFUSALS)
        .param("id", recipientId)
        .param("scope", scope.array())
        .query((row, _) ->
            new Refused(
                new Channel(row.getString("channel")),
                row.getTimestamp("since").toInstant(),
                row.getBoolean("liftable") ? row.getString("source") : "",
                row.getBoolean("liftable"),
                row.getBoolean("himself")))
        .list();
  }

  private static final String HISTORY =
      """
      select *
        from consent_event
       where recipient_id in (select id from recipient where :recipientId in (id, merged_into))
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
