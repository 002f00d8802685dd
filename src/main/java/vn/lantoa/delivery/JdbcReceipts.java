package vn.lantoa.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.database.BeginAgain;
import vn.lantoa.database.Retries;
import vn.lantoa.delivery.Outcomes.Receipt;

/// Files what is reported of deliveries from outside, for all who come at the same moment in one
/// transaction.
@Repository
class JdbcReceipts {

  /// Rows in one transaction. More only makes everyone wait longer.
  private static final int GROUP = 256;

  /// A provider waits a quarter of a minute for an answer to its receipt, and takes none for a no.
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final List<DeliveryStatus> STATUSES = List.of(DeliveryStatus.values());

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Retries retries;
  private final GroupCommit<ReceiptFor, Boolean> receipts;

  JdbcReceipts(JdbcClient jdbc, TransactionTemplate transaction, Retries retries) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.retries = retries;
    this.receipts = new GroupCommit<>(GROUP, this::commit);
  }

  /// @return whether it changed anything
  /// @throws org.springframework.dao.DataAccessException when it is not committed in time
  boolean file(long delivery, Receipt receipt) {
    return receipts.submit(new ReceiptFor(delivery, receipt), PATIENCE);
  }

  /// The same within the transaction of the caller, who begins it again when asked to.
  ///
  /// @throws BeginAgain when the delivery was sent again meanwhile
  void fileNow(long delivery, Receipt receipt) {
    apply(List.of(new ReceiptFor(delivery, receipt)));
  }

  /// In as many transactions as it takes: what is sent again at this very moment is left for the
  /// next, so that it holds up nobody else's receipt.
  private List<Boolean> commit(List<ReceiptFor> group) {
    var changed = new Boolean[group.size()];
    var left = IntStream.range(0, group.size()).boxed().toList();
    while (!left.isEmpty()) {
      var now = left;
      var filed =
          retries.get("receipts", transaction, () -> apply(now.stream().map(group::get).toList()));
      var moved = new ArrayList<Integer>();
      for (int number : now) {
        var answer = filed.get(group.get(number).delivery());
        if (answer == null) {
          moved.add(number);
        } else {
          changed[number] = answer;
        }
      }
      left = moved;
    }
    return List.of(changed);
  }

  private static final String APPLY =
      """
      with said as materialized (
        -- Of several words on one delivery in one group the highest counts.
        select distinct on (id) * from unnest(:ids::bigint[], :statuses::text[], :ranks::int[],
            :refs::text[], :reasons::text[]) as said (id, status, rank, ref, reason)
        order by id, rank desc
      ), overtaken as (
        -- It may come before the provider's own answer has been filed. A provider can only speak of
        -- what was on the wire: now, or in an earlier try before somebody had it sent again.
        delete from queue q using said, delivery was
        where q.delivery_id = said.id and was.id = said.id
          and (q.wire_at is not null or was.wire_at is not null)
        returning q.delivery_id as id, q.attempts, q.fence, q.owner, q.account, q.wire_at
      )
      update delivery d
      set status = said.status,
          reason = nullif(said.reason, ''),
          provider_ref = coalesce(nullif(said.ref, ''), d.provider_ref),
          settled_at = lantoa_now(),
          attempts = coalesce(o.attempts, d.attempts), fence = coalesce(o.fence, d.fence),
          owner = coalesce(o.owner, d.owner), account = coalesce(o.account, d.account),
          wire_at = coalesce(o.wire_at, d.wire_at)
      from said left join overtaken o on o.id = said.id
      -- Asked of the row itself and not joined: when the row changes while this waits for it,
      -- PostgreSQL asks again with the new row, but with the old partner of a join.
      where d.id = said.id
        and (:nameRanks::int[])[array_position(:names::text[], d.status)] < said.rank
        and coalesce(o.wire_at, d.wire_at) is not null
      returning d.id
      """;

  /// @return for each delivery whether it changed anything; not among them is what has to be asked
  ///   again
  private Map<Long, Boolean> apply(List<ReceiptFor> wanted) {
    var moved = hold(column(wanted, ReceiptFor::delivery, Long[]::new));
    var group = wanted.stream().filter(receipt -> !moved.contains(receipt.delivery())).toList();
    if (group.isEmpty()) {
      throw new BeginAgain("a delivery was sent again while its receipt was being filed");
    }
    Set<Long> raised =
        new HashSet<>(
            jdbc.sql(APPLY)
                .param("ids", column(group, ReceiptFor::delivery, Long[]::new))
                .param("statuses", column(group, r -> r.receipt().status().name(), String[]::new))
                .param("ranks", column(group, r -> r.receipt().status().rank(), Integer[]::new))
                .param("refs", column(group, r -> r.receipt().providerRef(), String[]::new))
                .param("reasons", column(group, r -> r.receipt().reason(), String[]::new))
                .param("names", column(STATUSES, Enum::name, String[]::new))
                .param("nameRanks", column(STATUSES, DeliveryStatus::rank, Integer[]::new))
                .query(Long.class)
                .list());
    var changed = new HashMap<Long, Boolean>();
    group.forEach(receipt -> changed.put(receipt.delivery(), raised.contains(receipt.delivery())));
    return changed;
  }

  /// Waits for who is just filing the answer: the statement that follows must begin after that, or
  /// it sees neither the row of the queue nor what the ledger says instead.
  ///
  /// @return what came back into the queue meanwhile: it belongs to who holds it there
  private Set<Long> hold(Long[] deliveries) {
    var open =
        jdbc.sql(
                "select delivery_id from queue where delivery_id = any(:ids) order by delivery_id for update")
            .param("ids", deliveries)
            .query((row, _) -> row.getLong(1))
            .list();
    return new HashSet<>(
        jdbc.sql(
                """
                with back as materialized (
                  select delivery_id as id from queue where delivery_id = any(:ids) and delivery_id <> all(:open)
                ), held as materialized (
                  select id, status from delivery
                  where id = any(:ids) and id not in (select id from back) order by id for update
                )
                select id from back
                union all select id from held where status = 'PENDING' and id <> all(:open)
                """)
            .param("ids", deliveries)
            .param("open", open.toArray(Long[]::new))
            .query(Long.class)
            .list());
  }

  private static <Q, T> T[] column(List<Q> rows, Function<Q, T> value, IntFunction<T[]> array) {
    return rows.stream().map(value).toArray(array);
  }

  private record ReceiptFor(long delivery, Receipt receipt) {}
}
