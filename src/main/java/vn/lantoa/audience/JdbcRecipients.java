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
  private final JdbcComparison comparison;
  private final RecipientChanges changes;
  private final ForgottenRefusals refusals;

  JdbcRecipients(
      JdbcClient jdbc,
      RecipientBatches batches,
      JdbcComparison comparison,
      RecipientChanges changes,
      ForgottenRefusals refusals) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.comparison = comparison;
    this.changes = changes;
    this.refusals = refusals;
  }

  @Override
  public Put put(NewRecipient recipient, Actor actor) {
    return putAll(List.of(recipient), Scope.NAMED_UNIT, actor).getFirst().put();
  }

  private static final String HOLD =
      """
      select id from recipient
      where dedupe_key = any(:keys::text[]) and (unit_id = any(:named::bigint[])
        or unit_id in (select unit_and_below(top) from unnest(:scope::bigint[]) as top))
      order by id for update
      """;

  @Override
  public List<Weighed> putAll(List<NewRecipient> given, Scope scope, Actor actor) {
    // Held in the order in which everybody takes them, before it is asked what they are.
    jdbc.sql(HOLD)
        .param("keys", given.stream().map(NewRecipient::key).toArray(String[]::new))
        .param("named", given.stream().map(NewRecipient::unitId).distinct().toArray(Long[]::new))
        .param("scope", scope.array())
        .query(Long.class)
        .list();
    refusals.restore(ListedAddress.of(given));
    var known = comparison.known(given, scope);
    var weighed = comparison.weigh(given, scope, known);
    var added = new ArrayList<NewRecipient>();
    for (int i = 0; i < given.size(); i++) {
      var one = given.get(i);
      var before = known.get(one);
      if (before == null) {
        added.add(one);
      } else if (weighed.get(i).put() != Put.UNCHANGED) {
        changes.merge(before.id(), scope.moving() ? one.unitId() : before.unitId(), one, actor);
      }
    }
    batches.insert(added, actor);
    return weighed;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Weighed> weigh(List<NewRecipient> given, Scope scope) {
    return comparison.weigh(given, scope);
  }

  @Override
  public void change(long id, NewRecipient recipient, Actor actor) {
    refusals.restore(ListedAddress.of(recipient));
    changes.replace(id, recipient, actor);
  }

  @Override
  public void remove(long id) {
    changes.remove(id, true);
  }

  @Override
  public void restore(long id) {
    changes.remove(id, false);
  }

  @Override
  public int addAll(Stream<NewRecipient> recipients, Actor actor) {
    int added = 0;
    Iterator<NewRecipient> all = recipients.iterator();
    var batch = new ArrayList<NewRecipient>(BATCH);
    while (all.hasNext()) {
      batch.add(all.next());
      if (batch.size() == BATCH || !all.hasNext()) {
        refusals.restore(ListedAddress.of(batch));
        added += batches.insert(batch, actor);
        batch.clear();
      }
    }
    return added;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Recipient> find(long id) {
    return find(id, false);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Recipient> findRemoved(long id) {
    return find(id, true);
  }

  private Optional<Recipient> find(long id, boolean removed) {
    return jdbc.sql(
            """
            select * from recipient
            where id = :id and (removed_at is not null) = :removed and merged_into is null
            """)
        .param("id", id)
        .param("removed", removed)
        .query(JdbcRecipients::bare)
        .optional()
        .map(recipient -> withContactPoints(List.of(recipient)).getFirst());
  }

  @Override
  @Transactional(readOnly = true)
  public List<Long> reachedAt(Channel channel, String address) {
    return jdbc.sql(
            """
            select c.recipient_id from contact_point c join recipient r on r.id = c.recipient_id
            where c.channel = :channel and c.address = :address and r.removed_at is null order by 1
            """)
        .param("channel", channel.key())
        .param("address", address)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Long> byKey(String key, long unitId) {
    return jdbc.sql("select id from recipient where dedupe_key = :key and unit_id = :unit")
        .param("key", key)
        .param("unit", unitId)
        .query(Long.class)
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public String code(long id) {
    return jdbc.sql("select dedupe_key from recipient where id = :id")
        .param("id", id)
        .query(String.class)
        .optional()
        .map(DedupeKey::code)
        .orElse("");
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

  /// Those of them that are there, removed or not, in no particular order.
  @Transactional(readOnly = true)
  List<Recipient> of(List<Long> ids) {
    return withContactPoints(
        jdbc.sql("select * from recipient where id = any(:ids::bigint[])")
            .param("ids", ids.toArray(Long[]::new))
            .query(JdbcRecipients::bare)
            .list());
  }

  private List<Recipient> withContactPoints(List<Recipient> recipients) {
    var points = new HashMap<Long, List<ContactPoint>>();
    jdbc.sql(
            """
            select p.*, s.reason from contact_point p join recipient r on r.id = p.recipient_id
            left join suppression s on s.channel = p.channel and s.address = p.address and s.lifted_at is null
              and holds_in(s, r.unit_id)
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
