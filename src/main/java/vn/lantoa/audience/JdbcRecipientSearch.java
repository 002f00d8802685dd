package vn.lantoa.audience;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Order;

/// Recipients in PostgreSQL, found and put in order there.
@Repository
@Transactional(readOnly = true)
class JdbcRecipientSearch implements RecipientSearch {

  private final JdbcClient jdbc;
  private final JdbcRecipients recipients;

  JdbcRecipientSearch(JdbcClient jdbc, JdbcRecipients recipients) {
    this.jdbc = jdbc;
    this.recipients = recipients;
  }

  @Override
  public List<Long> ids(Wanted wanted, Order order, int offset, int limit) {
    return question(
            """
            with found as materialized (
              select r.id, r.name, folded(r.name) as plain_name, case :by
                       when 'nhom' then r.audience
                       when 'don-vi' then (select folded(u.name) from org_unit u where u.id = r.unit_id)
                       when 'ngay-them' then to_char(r.created_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')
                     end as key
              from recipient r
              where (r.removed_at is not null) = :removed and r.merged_into is null and r.unit_id in (select unit_and_below(:unit))
                and (:audience = '' or r.audience = :audience)
                and (:begin::timestamptz is null or r.created_at >= :begin::timestamptz)
                and (:end::timestamptz is null or r.created_at < :end::timestamptz)
                and (:text = '' or r.id in (
                  select id from recipient where folded(name) like folded(:name)
                  union
                  select recipient_id from contact_point where address like :address or address like :phone))
            )
            select id from found
            order by case when not :down then key end, case when :down then key end desc,
              case when :by = 'ten' and :down then plain_name end desc, plain_name, name, id
            offset :offset limit :limit
            """,
            wanted)
        .param("by", order.by())
        .param("down", order.down())
        .param("offset", offset)
        .param("limit", limit)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  @Override
  public long count(Wanted wanted) {
    return question(
            """
            select count(*) from recipient r
            where (r.removed_at is not null) = :removed and r.merged_into is null and r.unit_id in (select unit_and_below(:unit))
              and (:audience = '' or r.audience = :audience)
              and (:begin::timestamptz is null or r.created_at >= :begin::timestamptz)
              and (:end::timestamptz is null or r.created_at < :end::timestamptz)
              and (:text = '' or r.id in (
                select id from recipient where folded(name) like folded(:name)
                union
                select recipient_id from contact_point where address like :address or address like :phone))
            """,
            wanted)
        .query(Long.class)
        .single();
  }

  private JdbcClient.StatementSpec question(String statement, Wanted wanted) {
    var text = wanted.text();
    return jdbc.sql(statement)
        .param("unit", wanted.unitId())
        .param("text", text.typed())
        .param("name", text.name())
        .param("address", text.address())
        .param("phone", text.phone())
        .param("audience", wanted.audience())
        .param("begin", wanted.added().begin())
        .param("end", wanted.added().end())
        .param("removed", wanted.removed());
  }

  @Override
  public List<Found> of(List<Long> ids) {
    var addedAt = new HashMap<Long, Instant>();
    jdbc.sql("select id, created_at from recipient where id = any(:ids::bigint[])")
        .param("ids", ids.toArray(Long[]::new))
        .query(row -> {
          addedAt.put(row.getLong(1), row.getTimestamp(2).toInstant());
        });
    var known =
        recipients.of(ids).stream().collect(Collectors.toMap(Recipient::id, Function.identity()));
    return ids.stream()
        .flatMap(id -> Stream.ofNullable(known.get(id)))
        .map(recipient -> new Found(recipient, addedAt.getOrDefault(recipient.id(), Instant.EPOCH)))
        .toList();
  }
}
