package vn.lantoa.audience;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Refusal;

/// Transfers in PostgreSQL.
@Repository
@Transactional
class JdbcTransfers implements Transfers {

  private final JdbcClient jdbc;
  private final JdbcDuplicates duplicates;
  private final StaffRefusals refusals;

  JdbcTransfers(JdbcClient jdbc, JdbcDuplicates duplicates, StaffRefusals refusals) {
    this.jdbc = jdbc;
    this.duplicates = duplicates;
    this.refusals = refusals;
  }

  private static final String ASK =
      """
      insert into transfer (recipient_id, to_unit_id, asked_by)
      select distinct r.id, :to::bigint, :account::bigint
        from contact_point p
        join recipient r on r.id = p.recipient_id
       where p.channel = :channel and p.address = :address
         and folded(r.name) = folded(:name)
         and r.removed_at is null
         and r.unit_id <> :to::bigint
         and r.unit_id not in (select unit_and_below(top) from unnest(:scope::bigint[]) as top)
       order by r.id
          on conflict (recipient_id, to_unit_id) where answered_at is null do nothing
      """;

  @Override
  public void ask(
      long toUnitId, String name, Channel channel, String address, Scope scope, Actor actor) {
    jdbc.sql(ASK)
        .param("to", toUnitId)
        .param("account", actor.accountId())
        .param("channel", channel.key())
        .param("address", address)
        .param("name", name.strip())
        .param("scope", scope.array())
        .update();
  }

  private static final String OPEN =
      """
      select t.id, t.recipient_id, r.name, r.unit_id, u.name as unit, t.to_unit_id, v.name as to_unit,
             a.name as asker, t.asked_at
        from transfer t
        join recipient r on r.id = t.recipient_id
        join org_unit u on u.id = r.unit_id
        join org_unit v on v.id = t.to_unit_id
        join account a on a.id = t.asked_by
       where t.answered_at is null
         and r.removed_at is null
         and (:id::bigint is null or t.id = :id::bigint)
         and (:scope::bigint[] is null
           or r.unit_id in (select unit_and_below(top) from unnest(:scope::bigint[]) as top))
       order by t.id
       limit 100
      """;

  @Override
  @Transactional(readOnly = true)
  public List<Request> waiting(Scope scope) {
    return jdbc.sql(OPEN)
        .param("id", null)
        .param("scope", scope.array())
        .query(JdbcTransfers::request)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public long count(Scope scope) {
    return scope.units().isEmpty() ? 0 : waiting(scope).size();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Request> find(long id) {
    return jdbc.sql(OPEN)
        .param("id", id)
        .param("scope", null)
        .query(JdbcTransfers::request)
        .optional();
  }

  private static Request request(ResultSet row, int number) throws SQLException {
    return new Request(
        row.getLong("id"),
        row.getLong("recipient_id"),
        row.getString("name"),
        row.getLong("unit_id"),
        row.getString("unit"),
        row.getLong("to_unit_id"),
        row.getString("to_unit"),
        row.getString("asker"),
        row.getTimestamp("asked_at").toInstant());
  }

  @Override
  public void answer(long id, boolean agreed, Actor actor) {
    var request = find(id).orElseThrow(() -> new Refusal("people.transfer-answered"));
    boolean first =
        jdbc.sql(
                    """
                    update transfer set answered_at = lantoa_now(), answered_by = :account, agreed = :agreed
                    where id = :id and answered_at is null
                    """)
                .param("account", actor.accountId())
                .param("agreed", agreed)
                .param("id", id)
                .update()
            == 1;
    if (!first) {
      throw new Refusal("people.transfer-answered");
    }
    if (agreed) {
      move(request.recipientId(), request.toUnitId());
    }
  }

  private static final String SAME_THERE =
      """
      select distinct there.id
        from recipient here
        join contact_point p on p.recipient_id = here.id
        join contact_point q on q.channel = p.channel and q.address = p.address
        join recipient there on there.id = q.recipient_id
       where here.id = :id and there.unit_id = :to and there.id <> here.id
         and there.merged_into is null and folded(there.name) = folded(here.name)
       order by there.id
      """;

  private void move(long recipientId, long toUnitId) {
    jdbc.sql(SAME_THERE)
        .param("id", recipientId)
        .param("to", toUnitId)
        .query(Long.class)
        .list()
        .forEach(there -> duplicates.merge(recipientId, there));
    refusals.follow(recipientId, toUnitId);
    jdbc.sql(
            """
            update recipient set unit_id = :to,
              -- The code was the old unit's; from now on he is found by his name and address.
              dedupe_key = case when dedupe_key like 'code:%' then coalesce(
                  (select p.address from contact_point p where p.recipient_id = recipient.id
                   order by p.channel = 'sms' desc, p.channel = 'email' desc, p.address limit 1), '') || ':' || name
                else dedupe_key end
            where id = :id
            """)
        .param("to", toUnitId)
        .param("id", recipientId)
        .update();
  }
}
