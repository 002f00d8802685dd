package vn.lantoa.delivery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.delivery.Deliveries.Filter;

/// Walks the runs back from the latest, or on from the oldest, only those of which the tally says
/// that there is something to find, until enough rows are found.
record LedgerWalk(JdbcClient jdbc) {

  /// Runs to look at before the tally is asked for more.
  private static final int STRETCH = 100;

  /// @param people the only ones it can be; empty: anybody
  /// @param up the oldest first
  List<Long> ids(Filter filter, List<Long> people, boolean up, @Nullable Long before, int limit) {
    var found = new ArrayList<Long>();
    var last = before == null ? null : runOf(before);
    var from = last;
    boolean again = true;
    List<Long> runs;
    do {
      runs = runs(filter, up, from, again);
      for (int i = 0; i < runs.size() && found.size() < limit; i++) {
        var below = runs.get(i).equals(last) ? before : null;
        found.addAll(inRun(runs.get(i), filter, people, up, below, limit - found.size()));
      }
      from = runs.isEmpty() ? null : runs.getLast();
      again = false;
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

  // One statement for each direction: the index is read forwards or backwards, and stops early.
  private static final String RUNS_DOWN =
      """
      select r.id from wave_run r join campaign c on c.id = r.campaign_id
      where (:from::bigint is null
             or (r.fire_at, r.id) <= (select f.fire_at, f.id from wave_run f where f.id = :from::bigint))
        and (:again or r.id <> :from::bigint)
        and (:begin::timestamptz is null or r.fire_at >= :begin::timestamptz)
        and (:end::timestamptz is null or r.fire_at < :end::timestamptz)
        and c.unit_id in (select unit_and_below(:unit)) and (:campaign::bigint is null or c.id = :campaign::bigint)
        and exists (select from tally t
                    where t.run_id = r.id and (:channel::text is null or t.channel = :channel::text)
                      and (:status::text is null or t.status = :status::text)
                    group by t.channel, t.status having sum(t.n) > 0)
      order by r.fire_at desc, r.id desc limit :limit
      """;

  private static final String RUNS_UP =
      """
      select r.id from wave_run r join campaign c on c.id = r.campaign_id
      where (:from::bigint is null
             or (r.fire_at, r.id) >= (select f.fire_at, f.id from wave_run f where f.id = :from::bigint))
        and (:again or r.id <> :from::bigint)
        and (:begin::timestamptz is null or r.fire_at >= :begin::timestamptz)
        and (:end::timestamptz is null or r.fire_at < :end::timestamptz)
        and c.unit_id in (select unit_and_below(:unit)) and (:campaign::bigint is null or c.id = :campaign::bigint)
        and exists (select from tally t
                    where t.run_id = r.id and (:channel::text is null or t.channel = :channel::text)
                      and (:status::text is null or t.status = :status::text)
                    group by t.channel, t.status having sum(t.n) > 0)
      order by r.fire_at, r.id limit :limit
      """;

  /// @param again whether the run it begins from is one of them
  private List<Long> runs(Filter filter, boolean up, @Nullable Long from, boolean again) {
    return LedgerQuestion.of(jdbc, up ? RUNS_UP : RUNS_DOWN, filter, null)
        .param("from", from)
        .param("again", again)
        .param("unit", filter.unitId())
        .param("campaign", filter.campaignId())
        .param("limit", STRETCH)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  private static final String ROWS_DOWN =
      """
      select id from delivery
      where run_id = :run and (:before::bigint is null or id < :before::bigint)
        and (:status::text is null or status = :status::text)
        and (:channel::text is null or channel = :channel::text)
        and (cardinality(:people::bigint[]) = 0 or target_id in (select unnest(:people::bigint[])))
        and (:text = '' or folded(recipient_name) like folded(:name) or lower(address) like :address
             or address like :phone)
      order by id desc limit :limit
      """;

  private static final String ROWS_UP =
      """
      select id from delivery
      where run_id = :run and (:before::bigint is null or id > :before::bigint)
        and (:status::text is null or status = :status::text)
        and (:channel::text is null or channel = :channel::text)
        and (cardinality(:people::bigint[]) = 0 or target_id in (select unnest(:people::bigint[])))
        and (:text = '' or folded(recipient_name) like folded(:name) or lower(address) like :address
             or address like :phone)
      order by id limit :limit
      """;

  private List<Long> inRun(
      long run, Filter filter, List<Long> people, boolean up, @Nullable Long before, int limit) {
    return LedgerQuestion.of(jdbc, up ? ROWS_UP : ROWS_DOWN, filter, before)
        .param("run", run)
        .param("people", people.toArray(Long[]::new))
        .param("limit", limit)
        .query((row, _) -> row.getLong(1))
        .list();
  }
}
