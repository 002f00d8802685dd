package vn.lantoa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Channel;
import vn.lantoa.common.ChannelSettings.OnUncertain;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Node;
import vn.lantoa.database.Retries;

/// The queue as PostgreSQL rows. Times are the database's, so that all nodes agree.
///
/// Every change is one statement. It holds all rows it is about in the order of their ids, and
/// counts them, so that it has all of them before it changes the first.
@Repository
class JdbcDeliveryQueue implements DeliveryQueue {

  /// In one transaction: a second's work.
  private static final int POSTPONED = 20_000;

  private final JdbcClient jdbc;
  private final Node node;
  private final Channels channels;
  private final Retries retries;
  private final JdbcClaims claims;
  private final OpenRuns openRuns;

  JdbcDeliveryQueue(JdbcClient jdbc, Node node, Channels channels, Retries retries) {
    this.jdbc = jdbc;
    this.node = node;
    this.channels = channels;
    this.retries = retries;
    this.claims = new JdbcClaims(jdbc, node);
    this.openRuns = new OpenRuns(jdbc);
  }

  @Override
  public List<ClaimedDelivery> claim(Channel channel, int most, Duration lease, ClaimMarks marks) {
    return claims.ahead(channel, most, lease, marks);
  }

  @Override
  public List<ClaimedDelivery> claimBehind(
      Channel channel, int most, Duration lease, ClaimMarks marks) {
    return claims.behind(channel, most, lease, marks);
  }

  @Override
  public void release(List<ClaimedDelivery> deliveries) {
    retries.run("release", () -> giveBackOrEnd(deliveries));
  }

  private void giveBackOrEnd(List<ClaimedDelivery> deliveries) {
    jdbc.sql(
            """
            with held as materialized (
              select q.delivery_id, q.attempts, q.wire_at
              from queue q, unnest(:ids::bigint[], :fences::bigint[]) as mine (id, fence)
              -- SENDING: whether the mark was written stayed open; on the strength of it nothing left.
              where q.delivery_id = mine.id and q.fence = mine.fence and q.state in ('CLAIMED', 'SENDING')
              order by q.delivery_id for update of q
            ), over as materialized (
              select held.*, c.status as campaign, coalesce('@suppressed.' || s.reason, '@no-longer') as reason
              from held join delivery own on own.id = held.delivery_id
              join campaign c on c.id = own.campaign_id
              left join suppression s
                on s.channel = own.channel and s.address = own.address and s.lifted_at is null
                  -- A notice is no matter of consent; but a dead address is dead for every letter.
                  and (own.target_kind <> 'NOTICE' or s.reason = 'HARD_BOUNCE')
                  and holds_in(s, unit_of(own))
              where c.status = 'CANCELLED' or s.id is not null
                or not is_reached(own.target_kind, own.target_id, own.channel, own.address, c.purpose)
            ), ended as (
              delete from queue q using over where q.delivery_id = over.delivery_id
            ), back as (
              update queue q
              set state = 'PENDING', attempts = q.attempts - 1, owner = null, lease_until = null
              from held where q.delivery_id = held.delivery_id
                and not exists (select from over where over.delivery_id = held.delivery_id)
            )
            update delivery d
            set status = case when o.campaign = 'CANCELLED' then 'CANCELLED' else 'SUPPRESSED' end,
                reason = case when o.campaign = 'CANCELLED' then '@cancelled' else o.reason end,
                attempts = o.attempts - 1, wire_at = o.wire_at, settled_at = lantoa_now()
            from over o where d.id = o.delivery_id and (select count(*) from held) > 0
            """)
        .param("ids", ids(deliveries))
        .param("fences", fences(deliveries))
        .update();
  }

  @Override
  public void postpone(List<ClaimedDelivery> deliveries, Instant until, @Nullable String reason) {
    retries.run("postpone", () -> giveBack(deliveries, until, reason));
  }

  private void giveBack(List<ClaimedDelivery> deliveries, Instant until, @Nullable String reason) {
    jdbc.sql(
            """
            with held as materialized (
              select q.delivery_id
              from queue q, unnest(:ids::bigint[], :fences::bigint[]) as mine (id, fence)
              where q.delivery_id = mine.id and q.fence = mine.fence and q.state in ('CLAIMED', 'SENDING')
              order by q.delivery_id for update of q
            ), back as (
              update queue q
              set state = 'PENDING', attempts = q.attempts - 1, owner = null, lease_until = null,
                  not_before = :until::timestamptz
              from held where q.delivery_id = held.delivery_id
            )
            update delivery d set reason = :reason
            from held where d.id = held.delivery_id and :reason::text is not null
              and (select count(*) from held) > 0
            """)
        .param("ids", ids(deliveries))
        .param("fences", fences(deliveries))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("reason", reason)
        .update();
  }

  @Override
  public int postponeLike(List<ClaimedDelivery> deliveries, Instant until) {
    return jdbc.sql(
            """
            with held as materialized (
              select delivery_id from queue
              where run_id in (select run_id from queue where delivery_id = any(:ids)) and channel = :channel
                and state = 'PENDING' and not_before < :until
              limit :most
              for update skip locked
            )
            update queue q set not_before = :until from held where q.delivery_id = held.delivery_id
            """)
        .param("ids", ids(deliveries))
        .param("channel", deliveries.getFirst().channel().key())
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("most", POSTPONED)
        .update();
  }

  @Override
  public int recoverOwn() {
    return recover(node.id(), "@crashed");
  }

  @Override
  public int recoverLapsed() {
    return recover(null, "@lapsed");
  }

  /// @param owner whose rows; null: whosever lease ran out
  private int recover(@Nullable String owner, String reason) {
    return retries.get("recovery", () -> takeBack(owner, reason));
  }

  private int takeBack(@Nullable String owner, String reason) {
    return jdbc.sql(
            """
            with now_is as materialized (
              select lantoa_now() as at
            ), held as materialized (
              select q.delivery_id,
                case when q.state = 'CLAIMED' then 'back'
                     when q.attempts = 1 and q.channel = any(:retryOnce) then 'again' else 'lost' end as becomes
              from queue q, now_is
              where q.state in ('CLAIMED', 'SENDING') and (q.owner = :owner::text or (:owner::text is null
                -- Its worker may still be waiting for the provider: give the answer a while longer.
                and q.lease_until < case when q.state = 'CLAIMED' then at else at - interval '10 s' end))
              order by q.delivery_id for update of q
            ), back as (
              update queue q set state = 'PENDING', attempts = q.attempts - 1, owner = null, lease_until = null
              from held where q.delivery_id = held.delivery_id and held.becomes = 'back'
            ), again as (
              update queue q set state = 'PENDING'
              from held where q.delivery_id = held.delivery_id and held.becomes = 'again'
              returning q.*
            ), lost as (
              delete from queue q using held where q.delivery_id = held.delivery_id and held.becomes = 'lost'
              returning q.*
            ), filed as (
              insert into attempt (delivery_id, number, node, wire_at, ended_at, outcome, reason)
              select delivery_id, attempts, owner, wire_at, (select at from now_is), 'lost', :reason
              from (select * from again union all select * from lost) tried
            )
            update delivery d
            set status = 'UNCERTAIN', reason = :reason, settled_at = (select at from now_is),
                attempts = lost.attempts, fence = lost.fence, owner = lost.owner, account = lost.account,
                wire_at = lost.wire_at
            from lost where d.id = lost.delivery_id and (select count(*) from held) > 0
            """)
        .param("owner", owner)
        .param("retryOnce", retryOnce())
        .param("reason", reason)
        .update();
  }

  private String[] retryOnce() {
    return channels.all().stream()
        .filter(channel -> channels.of(channel).onUncertain() == OnUncertain.RETRY_ONCE)
        .map(Channel::key)
        .toArray(String[]::new);
  }

  @Override
  public int expire() {
    return retries.get(
        "expiry",
        () ->
            jdbc.sql(
                    """
                    with held as materialized (
                      select delivery_id from queue
                      where state = 'PENDING' and expires_at <= lantoa_now()
                        and run_id in (select id from wave_run where status = 'RUNNING')
                      order by delivery_id for update
                    ), ended as (
                      delete from queue q using held where q.delivery_id = held.delivery_id returning q.*
                    )
                    update delivery d
                    set status = 'EXPIRED', reason = coalesce(d.reason, '@expired'), settled_at = lantoa_now(),
                        attempts = ended.attempts, wire_at = ended.wire_at
                    from ended where d.id = ended.delivery_id and (select count(*) from held) > 0
                    """)
                .update());
  }

  @Override
  public int cancel() {
    return retries.get(
        "cancel",
        () ->
            jdbc.sql(
                    """
                    with held as materialized (
                      select delivery_id from queue
                      where state = 'PENDING' and run_id in (
                        select r.id from wave_run r join campaign c on c.id = r.campaign_id
                        where r.status = 'RUNNING' and c.status = 'CANCELLED')
                      order by delivery_id for update
                    ), ended as (
                      delete from queue q using held where q.delivery_id = held.delivery_id returning q.*
                    )
                    update delivery d
                    set status = 'CANCELLED', reason = '@cancelled', settled_at = lantoa_now(),
                        attempts = ended.attempts, wire_at = ended.wire_at
                    from ended where d.id = ended.delivery_id and (select count(*) from held) > 0
                    """)
                .update());
  }

  @Override
  @Transactional(readOnly = true)
  public List<Long> settledRuns(List<Long> runs) {
    return openRuns.settled(runs);
  }

  @Override
  @Transactional(readOnly = true)
  public Overdue overdue() {
    return jdbc.sql(
            """
            with now_is as materialized (select lantoa_now() as at)
            select coalesce(bool_or(q.state <> 'PENDING'), false), coalesce(bool_or(q.state = 'PENDING'), false)
            from queue q, now_is
            where case when q.state = 'PENDING' then q.expires_at <= at else q.lease_until < at end
            """)
        .query((row, _) -> new Overdue(row.getBoolean(1), row.getBoolean(2)))
        .single();
  }

  private static Long[] ids(List<ClaimedDelivery> deliveries) {
    return deliveries.stream().map(ClaimedDelivery::id).toArray(Long[]::new);
  }

  private static Long[] fences(List<ClaimedDelivery> deliveries) {
    return deliveries.stream().map(ClaimedDelivery::fence).toArray(Long[]::new);
  }
}
