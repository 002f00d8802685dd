package vn.lantoa.delivery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.delivery.Deliveries.Filter;

/// Walks the runs back from the latest, only those of which the tally says that there is something
/// to find, until enough rows are found.
record LedgerWalk(JdbcClient jdbc) {

  /// Runs to look at before the tally is asked for more.
  private static final int STRETCH = 100;

  /// @param people the only ones it can be; empty: anybody
  List<Long> ids(Filter filter, List<Long> people, @Nullable Long before, int limit) {
    var found = new ArrayList<Long>();
    var last = before == null ? null : runOf(before);
    var from = last == null ? Long.MAX_VALUE : last;
    List<Long> runs;
    do {
      runs = runs(filter, from);
      for (int i = 0; i < runs.size() && found.size() < limit; i++) {
        var below = runs.get(i).equals(last) ? before : null;
        found.addAll(inRun(runs.get(i), filter, people, below, limit - found.size()));
      }
      from = runs.isEmpty() ? 0 : runs.getLast() - 1;
    } while (found.size() < limit && runs.size() == STRETCH);
    return found;
  }

  private @Nullable Long runOf(long delivery) {
    return jdbc.sql("select run_id from delivery where id = :id")
        .param("id", delivery)
        .query((row, _) -> row.getLong(1))
        .optional()
        .orElse(null);
  }

  private List<Long> runs(Filter filter, long from) {
    return jdbc.sql(
            """
            select r.id from wave_run r join campaign c on c.id = r.campaign_id
            where r.id <= :from and c.unit_id in (select unit_and_below(:unit))
              and (:campaign::bigint is null or c.id = :campaign::bigint)
              and exists (select from tally t
                          where t.run_id = r.id and (:channel::text is null or t.channel = :channel::text)
                            and (:status::text is null or t.status = :status::text)
                          group by t.channel, t.status having sum(t.n) > 0)
            order by r.id desc limit :limit
            """)
        .param("from", from)
        .param("unit", filter.unitId())
        .param("campaign", filter.campaignId())
        .param("channel", filter.channel() == null ? null : filter.channel().key())
        .param("status", LedgerQuestion.inLedger(filter.status()))
        .param("limit", STRETCH)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  private List<Long> inRun(
      long run, Filter filter, List<Long> people, @Nullable Long before, int limit) {
    return LedgerQuestion.of(
            jdbc,
            """
            select id from delivery
            where run_id = :run and (:before::bigint is null or id < :before::bigint)
              and (:status::text is null or status = :status::text)
              and (:channel::text is null or channel = :channel::text)
              and (cardinality(:people::bigint[]) = 0 or target_id in (select unnest(:people::bigint[])))
              and (:text = '' or folded(recipient_name) like folded(:name) or lower(address) like :address
                   or address like :phone)
            order by id desc limit :limit
            """,
            filter,
            before)
        .param("run", run)
        .param("people", people.toArray(Long[]::new))
        .param("limit", limit)
        .query((row, _) -> row.getLong(1))
        .list();
  }
}
