package vn.lantoa.audience;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audience.Recipient.ContactPoint;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;

/// Recipients in PostgreSQL.
@Repository
@Transactional
class JdbcRecipients implements Recipients {

  private static final int BATCH = 5_000;

  private final JdbcClient jdbc;
  private final RecipientBatches batches;
  private final JdbcConsents consents;

  JdbcRecipients(JdbcClient jdbc, RecipientBatches batches, JdbcConsents consents) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.consents = consents;
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
      batches.insert(List.of(recipient), actor);
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
      consents.record(known.id(), true, given.consentSource(), actor);
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
        added += batches.insert(batch, actor);
        batch.clear();
      }
    }
    return added;
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

  /// Those of them that are there, in no particular order.
  @Transactional(readOnly = true)
  List<Recipient> of(List<Long> ids) {
    return withContactPoints(
        jdbc.sql("select * from recipient where id = any(:ids::bigint[]) and removed_at is null")
            .param("ids", ids.toArray(Long[]::new))
            .query(JdbcRecipients::bare)
            .list());
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
