package vn.lantoa.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lantoa.audience.SearchText;
import vn.lantoa.delivery.Deliveries.Filter;

/// Finds rows of a ledger of millions without reading it. What changes while it is sent is in no
/// index of the ledger, so each question goes by the shortest way there is:
///
/// - what is open or uncertain stands in a small table of its own;
/// - few people by that name or address: their deliveries, by the index that begins with whom;
/// - everything else is frequent where it is at all: the runs are walked back from the latest, only
///   those of which the tally says that there is something to find.
///
/// The order is the same on every way: the latest run first, in it the latest row; or the oldest,
/// likewise. No other can be had without sorting all that was ever sent.
@Repository
class LedgerSearch {

  /// Up to so many people are looked up one by one. More of them are met soon enough on a walk.
  private static final int FEW = 500;

  /// Up to so many it is worth to know who they are on the walk: all may live in one commune, and a
  /// number is sooner compared than a name.
  private static final int MANY = 20_000;

  private final JdbcClient jdbc;
  private final LedgerWalk walk;

  LedgerSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
    walk = new LedgerWalk(jdbc);
  }

  /// @param up the oldest first
  /// @param before only what comes after this delivery in the order; null: from the beginning
  List<Long> ids(Filter filter, boolean up, @Nullable Long before, int limit) {
    var status = filter.status();
    if (status != null && (status.isOpen() || status == DeliveryStatus.UNCERTAIN)) {
      return pick(filter, List.of(), up, before, limit);
    }
    var text = filter.text();
    if (text.isEmpty()) {
      return walk.ids(filter, List.of(), up, before, limit);
    }
    var people = targets(text);
    return people.size() <= FEW
        ? pick(filter, people, up, before, limit)
        : walk.ids(filter, people.size() <= MANY ? people : List.of(), up, before, limit);
  }

  /// From what stands aside, or from what these people were sent.
  private List<Long> pick(
      Filter filter, List<Long> people, boolean up, @Nullable Long before, int limit) {
    var status = filter.status();
    var open = status != null && status.isOpen() ? status.name() : null;
    return LedgerQuestion.of(
            jdbc,
            """
            with candidate as (
              select delivery_id as id from queue where state = :open::text
              union all select delivery_id from uncertain where :uncertain
              union all select id from delivery where target_id = any(:people::bigint[])
            ), found as (
            select d.id, d.run_id, (select r.fire_at from wave_run r where r.id = d.run_id) as fire_at
            from candidate join delivery d on d.id = candidate.id
            -- Asked of each row by its key: joined, a misjudged number of rows would be compared with every campaign.
            where (select c.unit_id from campaign c where c.id = d.campaign_id) = any(array(select unit_and_below(:unit)))
              and (:campaign::bigint is null or d.campaign_id = :campaign::bigint)
              and (:channel::text is null or d.channel = :channel::text)
              and (:status::text is null or d.status = :status::text)
              -- A family shares a number, an outlet has a person's: what is shown has to match itself.
              and (:text = '' or folded(d.recipient_name) like folded(:name) or lower(d.address) like :address
                   or d.address like :phone)
            ), last as (
              select r.fire_at, r.id as run_id, d.id
              from delivery d join wave_run r on r.id = d.run_id where d.id = :before::bigint
            )
            select id from found
            where (:begin::timestamptz is null or fire_at >= :begin::timestamptz)
              and (:end::timestamptz is null or fire_at < :end::timestamptz)
              and (:before::bigint is null
                   or :up and (fire_at, run_id, id) > (select l.fire_at, l.run_id, l.id from last l)
                   or not :up and (fire_at, run_id, id) < (select l.fire_at, l.run_id, l.id from last l))
            order by case when :up then fire_at end, case when :up then run_id end, case when :up then id end,
              fire_at desc, run_id desc, id desc
            limit :limit
            """,
            filter,
            before)
        .param("up", up)
        .param("unit", filter.unitId())
        .param("campaign", filter.campaignId())
        .param("open", open)
        .param("uncertain", status == DeliveryStatus.UNCERTAIN)
        .param("people", people.toArray(Long[]::new))
        .param("limit", limit)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /// Who is, or was, called so or reached there; one more than many is enough to know.
  private List<Long> targets(SearchText text) {
    return jdbc.sql(
            """
            select id from (
              select id from recipient where folded(name) like folded(:name)
              union all select recipient_id from contact_point where address like :address or address like :phone
              union all select id from outlet where folded(name) like folded(:name) or lower(address) like :address
              union all select id from station where folded(name) like folded(:name) or lower(email) like :address
              union all
              select n.id from notice n join account a on a.id = n.account_id
                where folded(a.name) like folded(:name) or lower(n.address) like :address
              union all select target_id from former
                where folded(words) like folded(:name) or lower(words) like :address or words like :phone
            ) target (id) limit :limit
            """)
        .param("name", text.name())
        .param("address", text.address())
        .param("phone", text.phone())
        .param("limit", MANY + 1)
        .query((row, _) -> row.getLong(1))
        .list();
  }
}
