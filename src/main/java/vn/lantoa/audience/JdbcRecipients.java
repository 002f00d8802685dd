package vn.lantoa.audience;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audience.Recipient.ContactPoint;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;

/// Recipients in PostgreSQL. Large numbers come in by arrays, a few thousand rows to a statement.
@Repository
@Transactional
class JdbcRecipients implements Recipients {

  private static final int BATCH = 5_000;

  private final JdbcClient jdbc;

  JdbcRecipients(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Put put(NewRecipient recipient, Actor actor) {
    var key = DedupeKey.of(recipient);
    var before =
        jdbc.sql("select id from recipient where dedupe_key = :key for update")
            .param("key", key)
            .query(Long.class)
            .optional()
            .flatMap(this::find);
    if (before.isEmpty()) {
      insert(List.of(recipient), actor);
      return Put.ADDED;
    }
    if (isSame(before.get(), recipient)) {
      return Put.UNCHANGED;
    }
    change(before.get(), recipient, actor);
    return Put.CHANGED;
  }

  private static boolean isSame(Recipient known, NewRecipient given) {
    var addresses = new HashMap<Channel, String>();
    known.contactPoints().forEach(point -> addresses.put(point.channel(), point.address()));
    var consented = known.contactPoints().stream().allMatch(point -> point.consentAt() != null);
    return known.unitId() == given.unitId()
        && known.name().equals(given.name())
        && known.audience().equals(given.audience())
        && addresses.equals(given.addresses())
        && (consented || given.consentSource().isBlank());
  }

  private void change(Recipient known, NewRecipient given, Actor actor) {
    jdbc.sql(
            """
            update recipient set unit_id = :unit, name = :name, audience = :audience, removed_at = null where id = :id
            """)
        .param("unit", given.unitId())
        .param("name", given.name())
        .param("audience", given.audience())
        .param("id", known.id())
        .update();
    given
        .addresses()
        .forEach((channel, address) ->
            jdbc.sql(
                    """
                    insert into contact_point (recipient_id, channel, address, consent_at, consent_source)
                    values (:id, :channel, :address, case when :source <> '' then lantoa_now() end, nullif(:source, ''))
                    on conflict (recipient_id, channel) do update
                    set address = excluded.address,
                        -- Another address needs its own consent; the same one keeps what it has.
                        consent_at = case when contact_point.address = excluded.address
                          then coalesce(contact_point.consent_at, excluded.consent_at) else excluded.consent_at end,
                        consent_source = case when contact_point.address = excluded.address
                          then coalesce(contact_point.consent_source, excluded.consent_source)
                          else excluded.consent_source end
                    """)
                .param("id", known.id())
                .param("channel", channel.key())
                .param("address", address)
                .param("source", given.consentSource().strip())
                .update());
    if (!given.consentSource().isBlank()) {
      consentEvent(known.id(), true, given.consentSource(), actor);
    }
  }

  @Override
  public int addAll(Stream<NewRecipient> recipients, Actor actor) {
    int added = 0;
    Iterator<NewRecipient> all = recipients.iterator();
    var batch = new ArrayList<NewRecipient>(BATCH);
    while (all.hasNext()) {
      batch.add(all.next());
      if (batch.size() == BATCH || !all.hasNext()) {
        added += insert(batch, actor);
        batch.clear();
      }
    }
    return added;
  }

  private int insert(List<NewRecipient> batch, Actor actor) {
    var byKey = new LinkedHashMap<String, NewRecipient>();
    batch.forEach(recipient -> byKey.putIfAbsent(DedupeKey.of(recipient), recipient));
    var rows = List.copyOf(byKey.values());
    var ids = new HashMap<String, Long>();
    jdbc.sql(
            """
            insert into recipient (unit_id, name, audience, dedupe_key)
            select * from unnest(:units::bigint[], :names::text[], :audiences::text[], :keys::text[])
            on conflict (dedupe_key) do nothing
            returning id, dedupe_key
            """)
        .param("units", rows.stream().map(NewRecipient::unitId).toArray(Long[]::new))
        .param("names", rows.stream().map(NewRecipient::name).toArray(String[]::new))
        .param("audiences", rows.stream().map(NewRecipient::audience).toArray(String[]::new))
        .param("keys", byKey.keySet().toArray(String[]::new))
        .query(row -> {
          ids.put(row.getString("dedupe_key"), row.getLong("id"));
        });
    insertContactPoints(byKey, ids, actor);
    return ids.size();
  }

  private void insertContactPoints(
      Map<String, NewRecipient> byKey, Map<String, Long> ids, Actor actor) {
    var owners = new ArrayList<Long>();
    var channels = new ArrayList<String>();
    var addresses = new ArrayList<String>();
    var sources = new ArrayList<String>();
    byKey.forEach((key, recipient) -> {
      var id = ids.get(key);
      if (id != null) {
        recipient
            .addresses()
            .forEach((channel, address) -> {
              owners.add(id);
              channels.add(channel.key());
              addresses.add(address);
              sources.add(recipient.consentSource().strip());
            });
      }
    });
    jdbc.sql(
            """
            with given as (
              select * from unnest(:owners::bigint[], :channels::text[], :addresses::text[], :sources::text[])
                as given (recipient_id, channel, address, source)
            ), points as (
              insert into contact_point (recipient_id, channel, address, consent_at, consent_source)
              select recipient_id, channel, address,
                case when source <> '' then lantoa_now() end, nullif(source, '')
              from given
            )
            insert into consent_event (recipient_id, channel, given, source, actor)
            select recipient_id, channel, true, source, :actor from given where source <> ''
            """)
        .param("owners", owners.toArray(Long[]::new))
        .param("channels", channels.toArray(String[]::new))
        .param("addresses", addresses.toArray(String[]::new))
        .param("sources", sources.toArray(String[]::new))
        .param("actor", actor.name())
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Recipient> find(long id) {
    return jdbc.sql("select * from recipient where id = :id and removed_at is null")
        .param("id", id)
        .query(JdbcRecipients::bare)
        .optional()
        .map(recipient -> withContactPoints(List.of(recipient)).getFirst());
  }

  @Override
  @Transactional(readOnly = true)
  public List<Recipient> search(long unitId, String text, int offset, int limit) {
    var wanted = SearchText.of(text);
    var found =
        jdbc.sql(
                """
                select * from recipient r
                where removed_at is null and unit_id in (select unit_and_below(:unit))
                  and (:text = '' or id in (
                    select id from recipient where folded(name) like folded(:name)
                    union
                    select recipient_id from contact_point where address like :address or address like :phone))
                order by name, id offset :offset limit :limit
                """)
            .param("unit", unitId)
            .param("text", text.strip())
            .param("name", wanted.name())
            .param("address", wanted.address())
            .param("phone", wanted.phone())
            .param("offset", offset)
            .param("limit", limit)
            .query(JdbcRecipients::bare)
            .list();
    return withContactPoints(found);
  }

  @Override
  @Transactional(readOnly = true)
  public long count(long unitId) {
    return jdbc.sql(
            """
            select count(*) from recipient
            where removed_at is null and unit_id in (select unit_and_below(:unit))
            """)
        .param("unit", unitId)
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Channel, Reach> reach(Segment segment) {
    var reach = new TreeMap<Channel, Reach>();
    jdbc.sql(
            """
            select channel, count(*) filter (where open) as reachable, count(*) filter (where not open) as suppressed
            from (
              -- A shared address counts once, and as open when anyone on it agreed.
              select p.channel, p.address, bool_or(p.consent_at is not null and s.id is null) as open
              from recipient r
              join contact_point p on p.recipient_id = r.id
              left join suppression s on s.channel = p.channel and s.address = p.address and s.lifted_at is null
              where r.removed_at is null and r.unit_id in (select unit_and_below(:unit))
                and (cardinality(:audiences::text[]) = 0 or r.audience = any(:audiences::text[]))
              group by p.channel, p.address
            ) as addresses
            group by channel
            """)
        .param("unit", segment.unitId())
        .param("audiences", segment.audiences().toArray(String[]::new))
        .query(row -> {
          reach.put(
              new Channel(row.getString("channel")),
              new Reach(row.getLong("reachable"), row.getLong("suppressed")));
        });
    return reach;
  }

  @Override
  @Transactional(readOnly = true)
  public long size(Segment segment) {
    return jdbc.sql(
            """
            select count(*) from recipient r
            where r.removed_at is null and r.unit_id in (select unit_and_below(:unit))
              and (cardinality(:audiences::text[]) = 0 or r.audience = any(:audiences::text[]))
            """)
        .param("unit", segment.unitId())
        .param("audiences", segment.audiences().toArray(String[]::new))
        .query(Long.class)
        .single();
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
    consentEvent(recipientId, false, source, actor);
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
    consentEvent(recipientId, true, source, actor);
  }

  /// His addresses belong to who holds the person; a family's shared ones are taken in order.
  private void hold(long recipientId) {
    jdbc.sql("select id from recipient where id = :id for update")
        .param("id", recipientId)
        .query(Long.class)
        .optional();
  }

  private void consentEvent(long recipientId, boolean given, String source, Actor actor) {
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

  private List<Recipient> withContactPoints(List<Recipient> recipients) {
    var points = new HashMap<Long, List<ContactPoint>>();
    jdbc.sql(
            """
            select p.*, s.reason from contact_point p
            left join suppression s on s.channel = p.channel and s.address = p.address and s.lifted_at is null
            where p.recipient_id = any(:ids::bigint[]) order by p.channel
            """)
        .param("ids", recipients.stream().map(Recipient::id).toArray(Long[]::new))
        .query(row -> {
          points
              .computeIfAbsent(row.getLong("recipient_id"), _ -> new ArrayList<>())
              .add(contactPoint(row));
        });
    return recipients.stream()
        .map(recipient ->
            new Recipient(
                recipient.id(),
                recipient.unitId(),
                recipient.name(),
                recipient.audience(),
                points.getOrDefault(recipient.id(), List.of())))
        .toList();
  }

  private static ContactPoint contactPoint(ResultSet row) throws SQLException {
    return new ContactPoint(
        new Channel(row.getString("channel")),
        row.getString("address"),
        instant(row, "consent_at"),
        row.getString("consent_source"),
        row.getString("reason") == null
            ? null
            : SuppressionReason.valueOf(row.getString("reason")));
  }

  private static Recipient bare(ResultSet row, int number) throws SQLException {
    return new Recipient(
        row.getLong("id"),
        row.getLong("unit_id"),
        row.getString("name"),
        row.getString("audience"),
        List.of());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
