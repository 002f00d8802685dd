package vn.lantoa.delivery;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Node;
import vn.lantoa.common.Zones;
import vn.lantoa.database.Retries;

/// Commits what workers did and what they are about to do: files the tries that ended and puts the
/// next deliveries on the wire, for all workers of a channel who come to it at the same moment, in
/// one statement that is its own transaction. So a delivery costs one commit shared by many, and
/// never more deliveries than there are workers lie between "may be on the wire" and "filed".
@Repository
class LedgerTurns {

  /// Turns in one commit. More only makes everyone wait longer.
  private static final int GROUP = 256;

  private final JdbcClient jdbc;
  private final DeliveryQueue queue;
  private final Node node;
  private final SendingHours hours;
  private final FrequencyCap cap;
  private final QuotaGate quotas;
  private final Retries retries;
  private final Map<Channel, GroupCommit<Turn, Boolean>> commits = new ConcurrentHashMap<>();

  LedgerTurns(
      JdbcClient jdbc,
      DeliveryQueue queue,
      Node node,
      SendingHours hours,
      FrequencyCap cap,
      QuotaGate quotas,
      Retries retries) {
    this.jdbc = jdbc;
    this.queue = queue;
    this.node = node;
    this.hours = hours;
    this.cap = cap;
    this.quotas = quotas;
    this.retries = retries;
  }

  /// Files the last try and commits that the next delivery may be on the wire from now on.
  ///
  /// When this throws, it may be asked again with the same two: nothing was sent on the strength of
  /// it, and what is filed twice is filed once.
  ///
  /// @param last null: there is nothing to file
  /// @param next null: nothing is to be sent
  /// @param account by which `next` goes
  /// @return whether `next` may be sent; not when it is paused, cancelled, opted out, expired, or
  ///   no longer ours: it goes back or ends, as fits
  boolean commit(
      Channel channel,
      @Nullable AttemptResult last,
      @Nullable ClaimedDelivery next,
      String account) {
    return commits
        .computeIfAbsent(channel, _ -> new GroupCommit<>(GROUP, turns -> commit(channel, turns)))
        .submit(new Turn(last, next, account));
  }

  private List<Boolean> commit(Channel channel, List<Turn> turns) {
    List<AttemptResult> last = new ArrayList<>(turns.size());
    List<ClaimedDelivery> next = new ArrayList<>(turns.size());
    List<String> accounts = new ArrayList<>(turns.size());
    var wanted = turns.stream().map(Turn::next).filter(Objects::nonNull).toList();
    var postponed = hours.outside(wanted);
    for (var turn : turns) {
      if (turn.last() != null) {
        last.add(turn.last());
      }
      if (turn.next() != null && !postponed.contains(turn.next().id())) {
        next.add(turn.next());
        accounts.add(turn.account());
      }
    }
    var limits = quotas.of(channel, next);
    var done = retries.get("turns", () -> write(channel, last, next, accounts, limits));
    if (done.filed().size() < last.size()) {
      keepLate(
          last.stream()
              .filter(result -> !done.filed().contains(result.delivery().fence()))
              .toList());
    }
    if (done.marked().size() < next.size()) {
      var unsent =
          next.stream().filter(delivery -> !done.marked().contains(delivery.fence())).toList();
      var capped = of(unsent, done.capped());
      cap.postpone(capped);
      quotas.giveBack(channel, capped, done.surplus());
      quotas.postpone(of(unsent, done.beyondQuota()));
      queue.release(unsent);
    }
    return turns.stream()
        .map(turn -> turn.next() != null && done.marked().contains(turn.next().fence()))
        .toList();
  }

  private static List<ClaimedDelivery> of(List<ClaimedDelivery> deliveries, Set<Long> fences) {
    return deliveries.stream().filter(delivery -> fences.contains(delivery.fence())).toList();
  }

  private static final String WRITE =
      """
      with now_is as materialized (
        select at, (at at time zone :zone)::date as day from (select lantoa_now() as at) now_is
      ), said as materialized (
        select * from unnest(:ids::bigint[], :fences::bigint[], :statuses::text[], :outcomes::text[],
            :refs::text[], :reasons::text[], :waits::bigint[], :counted::boolean[])
          as said (id, fence, status, outcome, ref, reason, wait, counted)
      ), held as materialized (
        -- Every row this touches, in the order of their ids, before anything is changed; what follows reads them as
        -- they are now.
        select delivery_id as id, fence, state, run_id, channel, lease_until, expires_at, wire_at
        from queue where delivery_id = any(:ids::bigint[] || :nextIds::bigint[])
        order by delivery_id for update
      ), ended as (
        delete from queue q using said, held
        -- Whatever its state: with this fence nobody has touched it since, but perhaps given it up.
        where q.delivery_id = held.id and held.id = said.id and held.fence = said.fence and said.status <> 'PENDING'
        returning q.delivery_id as id, q.attempts, q.fence, q.account, q.wire_at, said.status, said.outcome, said.ref,
          said.reason
      ), again as (
        update queue q
        set state = 'PENDING', owner = null, lease_until = null,
            not_before = case when said.wait = 0 then q.not_before
                         else (select at from now_is) + said.wait * interval '1 millisecond' end,
            attempts = case when said.counted then q.attempts else q.attempts - 1 end
        from said, held
        where q.delivery_id = held.id and held.id = said.id and held.fence = said.fence
          and held.state in ('CLAIMED', 'SENDING') and said.status = 'PENDING'
        returning q.delivery_id as id, q.attempts, q.fence, q.wire_at, said.outcome, said.ref, said.reason
      ), ledger as (
        update delivery d
        -- What is tried again only says what it waits for, for who looks at it meanwhile.
        set reason = new.reason,
            status = case when new.ends then new.status else d.status end,
            provider_ref = coalesce(nullif(new.ref, ''), d.provider_ref),
            attempts = case when new.ends then new.attempts else d.attempts end,
            fence = case when new.ends then new.fence else d.fence end,
            owner = case when new.ends then :node else d.owner end,
            account = case when new.ends then new.account else d.account end,
            wire_at = case when new.ends then new.wire_at else d.wire_at end,
            settled_at = case when new.ends then (select at from now_is) else d.settled_at end
        from (select id, true as ends, status, reason, ref, attempts, fence, account, wire_at from ended
              union all
              select id, false, null, reason, '', null, null, null, null from again
              order by id) new
        where d.id = new.id
      ), filed as (
        insert into attempt (delivery_id, number, node, wire_at, ended_at, outcome, provider_ref, reason)
        select id, attempts, :node, wire_at, (select at from now_is), outcome, nullif(ref, ''), reason
        from (select id, attempts, wire_at, outcome, ref, reason from again
              union all
              select id, attempts, wire_at, outcome, ref, reason from ended
              where outcome not in ('accepted', 'delivered')) unsuccessful
      ), may as materialized (
        select q.id, q.fence, mine.unit_id, mine.address, mine.account, mine.notice, q.wire_at
        from unnest(:nextIds::bigint[], :nextFences::bigint[], :nextUnits::bigint[], :nextAddresses::text[],
              :nextAccounts::text[], :nextNotices::boolean[], :nextKinds::text[], :nextTargets::bigint[])
            as mine (id, fence, unit_id, address, account, notice, kind, target),
          held q, wave_run r, campaign c
        -- SENDING: we asked before and never learned the answer; nothing left on it.
        where q.id = mine.id and q.fence = mine.fence and q.state in ('CLAIMED', 'SENDING')
          and q.lease_until > (select at from now_is) and q.expires_at > (select at from now_is)
          and r.id = q.run_id and c.id = r.campaign_id and c.status = 'RUNNING'
          and not exists (select from channel_pause p where p.channel = q.channel)
          and not exists (select from instance where held_since is not null)
          and is_reached(mine.kind, mine.target, q.channel, mine.address, c.purpose)
          and not exists (select from suppression s where s.channel = q.channel
                            and s.address = mine.address and s.lifted_at is null
                            and (not mine.notice or s.reason = 'HARD_BOUNCE')
                            and (s.own_at is not null or s.units is null
                              or exists (select from delivery d where d.id = q.id and holds_in(s, unit_of(d)))))
      ), fresh as materialized (
        -- What was on the wire before on this day was counted then.
        select id, fence, unit_id, address from may
        where not notice and (wire_at at time zone :zone)::date is distinct from (select day from now_is)
      ), quota as materialized (
        -- A message of a unit counts for it, and for those above that somebody set a quota for.
        select * from unnest(:units::bigint[], :counting::bigint[], :quotas::bigint[]) as quota (unit_id, counting_id, most)
      ), of_units as materialized (
        select fresh.fence, quota.counting_id, quota.most,
          row_number() over (partition by quota.counting_id order by fresh.id) as nth
        from fresh join quota on quota.unit_id = fresh.unit_id
      ), allowed as (
        insert into unit_day (unit_id, channel, day, n, before)
        select counting_id, :channel, (select day from now_is), least(count(*), min(most)), 0
        from of_units group by counting_id order by counting_id
        on conflict (unit_id, channel, day) do update
        set n = greatest(unit_day.n, least(unit_day.n + excluded.n,
                  (select min(most) from quota where quota.counting_id = excluded.unit_id))),
            before = unit_day.n
        returning unit_id, n - before as n
      ), beyond as materialized (
        select distinct fence from of_units left join allowed on allowed.unit_id = of_units.counting_id
        where nth > coalesce(allowed.n, 0)
      ), surplus as (
        -- There was room for them in one, and none in another.
        select of_units.counting_id from of_units join allowed on allowed.unit_id = of_units.counting_id
        where nth <= allowed.n and fence in (select fence from beyond)
      ), days as materialized (
        select id, fence, address, row_number() over (partition by address order by id) as nth
        from fresh where :perDay > 0 and fence not in (select fence from beyond)
      ), granted as (
        insert into address_day (channel, address, day, n, before)
        select :channel, address, (select day from now_is), least(count(*), :perDay), 0
        from days group by address order by address
        on conflict (channel, address, day) do update
        set n = greatest(least(address_day.n + excluded.n, :perDay), address_day.n), before = address_day.n
        returning address, n - before as n
      ), capped as materialized (
        select fence from days left join granted on granted.address = days.address
        where nth > coalesce(granted.n, 0)
      ), marked as (
        update queue q
        set state = 'SENDING', wire_at = (select at from now_is), account = may.account,
            -- It may have waited for a worker; a sender ends within half a minute of this.
            lease_until = greatest(lease_until, (select at from now_is) + interval '60 s')
        from may
        where q.delivery_id = may.id and may.fence not in (select fence from capped)
          and may.fence not in (select fence from beyond)
        returning q.fence
      )
      select fence, 'marked' as what from marked
      union all select fence, 'capped' from capped
      union all select fence, 'beyond' from beyond
      union all select counting_id, 'surplus' from surplus
      union all select fence, 'filed' from ended
      union all select fence, 'filed' from again
      """;

  private TurnsWritten write(
      Channel channel,
      List<AttemptResult> last,
      List<ClaimedDelivery> next,
      List<String> accounts,
      List<QuotaLimit> limits) {
    var written = TurnsWritten.nothing();
    if (last.isEmpty() && next.isEmpty()) {
      return written;
    }
    jdbc.sql(WRITE)
        .param("ids", longs(last, result -> result.delivery().id()))
        .param("fences", longs(last, result -> result.delivery().fence()))
        .param("statuses", texts(last, result -> result.status().name()))
        .param("outcomes", texts(last, AttemptResult::outcome))
        .param("refs", texts(last, AttemptResult::providerRef))
        .param("reasons", texts(last, AttemptResult::reason))
        .param("waits", waits(last))
        .param("counted", last.stream().map(AttemptResult::counted).toArray(Boolean[]::new))
        .param("node", node.id())
        .param("channel", channel.key())
        .param("perDay", cap.perDay(channel))
        .param("zone", Zones.VIETNAM.getId())
        .param("nextIds", longs(next, ClaimedDelivery::id))
        .param("nextFences", longs(next, ClaimedDelivery::fence))
        .param("nextUnits", longs(next, ClaimedDelivery::unitId))
        .param("units", longs(limits, QuotaLimit::unitId))
        .param("counting", longs(limits, QuotaLimit::countingId))
        .param("quotas", longs(limits, QuotaLimit::perDay))
        .param("nextAddresses", texts(next, ClaimedDelivery::address))
        .param("nextAccounts", accounts.toArray(String[]::new))
        .param("nextNotices", next.stream().map(ClaimedDelivery::isNotice).toArray(Boolean[]::new))
        .param("nextKinds", texts(next, delivery -> delivery.target().name()))
        .param("nextTargets", longs(next, ClaimedDelivery::targetId))
        .query((ResultSet row) -> written.add(row));
    return written;
  }

  /// A write that comes too late, when the row was taken from this node, changes nothing; if nobody
  /// else knows what became of it, the answer is kept beside the ledger.
  private void keepLate(List<AttemptResult> late) {
    jdbc.sql(
            """
            insert into attempt (delivery_id, number, node, wire_at, ended_at, outcome, provider_ref)
            select d.id, d.attempts, :node, d.wire_at, lantoa_now(), 'late', nullif(said.ref, '')
            from unnest(:ids::bigint[], :fences::bigint[], :outcomes::text[], :refs::text[])
              as said (id, fence, outcome, ref)
            join delivery d on d.id = said.id and d.fence = said.fence and d.status = 'UNCERTAIN'
            where said.outcome in ('accepted', 'delivered')
            """)
        .param("ids", longs(late, result -> result.delivery().id()))
        .param("fences", longs(late, result -> result.delivery().fence()))
        .param("outcomes", texts(late, AttemptResult::outcome))
        .param("refs", texts(late, AttemptResult::providerRef))
        .param("node", node.id())
        .update();
  }

  private static <T> Long[] longs(List<T> group, ToLongFunction<T> value) {
    return group.stream().map(value::applyAsLong).toArray(Long[]::new);
  }

  private static <T> String[] texts(List<T> group, Function<T, @Nullable String> value) {
    return group.stream().map(value).toArray(String[]::new);
  }

  private static @Nullable Long[] waits(List<AttemptResult> group) {
    return group.stream()
        .map(AttemptResult::pause)
        .map(pause -> pause == null ? null : (Long) pause.toMillis())
        .toArray(Long[]::new);
  }

  /// What one worker wants committed.
  private record Turn(
      @Nullable AttemptResult last, @Nullable ClaimedDelivery next, String account) {}
}
