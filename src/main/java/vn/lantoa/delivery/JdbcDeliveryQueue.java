package vn.lantoa.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Node;

/// The queue as PostgreSQL rows. Times are the database's, so that all nodes agree.
@Repository
@Transactional
class JdbcDeliveryQueue implements DeliveryQueue {

  private final JdbcClient jdbc;
  private final Node node;

  JdbcDeliveryQueue(JdbcClient jdbc, Node node) {
    this.jdbc = jdbc;
    this.node = node;
  }

  @Override
  public List<ClaimedDelivery> claim(Channel channel, int most, Duration lease) {
    return jdbc.sql(
            """
            with active as (
              select r.id from wave_run r join campaign c on c.id = r.campaign_id
              where r.status = 'RUNNING' and c.status = 'RUNNING'
                and not exists (select from channel_pause p where p.channel = :channel)
              order by r.fire_at, r.id
            ), due as (
              -- One index probe per active run: paused campaigns cost nothing, however many rows they hold.
              select d.id from active a cross join lateral (
                select id from delivery
                where run_id = a.id and channel = :channel and status = 'PENDING'
                  and not_before <= lantoa_now() and expires_at > lantoa_now()
                order by not_before, id limit :most
                for update skip locked
              ) d limit :most
            ), claimed as (
              update delivery d
              set status = 'CLAIMED', owner = :node, fence = nextval('delivery_fence'),
                  lease_until = lantoa_now() + make_interval(secs => :lease), attempts = attempts + 1
              from due where d.id = due.id
              returning d.*
            )
            select c.*, r.fire_at, r.content_hash, w.item_id
            from claimed c join wave_run r on r.id = c.run_id join wave w on w.id = r.wave_id
            order by c.not_before, c.id
            """)
        .param("channel", channel.key())
        .param("most", most)
        .param("node", node.id())
        .param("lease", lease.toSeconds())
        .query(JdbcDeliveryQueue::claimed)
        .list();
  }

  @Override
  public List<Boolean> markSending(List<ClaimedDelivery> deliveries) {
    var ids = ids(deliveries);
    var fences = fences(deliveries);
    Set<Long> marked =
        new HashSet<>(
            jdbc.sql(
                    """
                    update delivery d
                    set status = 'SENDING', wire_at = lantoa_now(),
                        -- It may have waited for a worker; a sender ends within half a minute of this.
                        lease_until = greatest(lease_until, lantoa_now() + interval '60 s')
                    from unnest(:ids::bigint[], :fences::bigint[]) as mine (id, fence)
                    where d.id = mine.id and d.fence = mine.fence and d.status = 'CLAIMED'
                      and d.lease_until > lantoa_now() and d.expires_at > lantoa_now()
                      and exists (select from campaign c where c.id = d.campaign_id and c.status = 'RUNNING')
                      and not exists (select from channel_pause p where p.channel = d.channel)
                      and not exists (select from suppression s where s.channel = d.channel
                                        and s.address = d.address and s.lifted_at is null)
                    returning d.id
                    """)
                .param("ids", ids)
                .param("fences", fences)
                .query((row, _) -> row.getLong(1))
                .list());
    var refused = deliveries.stream().filter(delivery -> !marked.contains(delivery.id())).toList();
    if (!refused.isEmpty()) {
      release(refused);
    }
    return deliveries.stream().map(delivery -> marked.contains(delivery.id())).toList();
  }

  @Override
  public void release(List<ClaimedDelivery> deliveries) {
    jdbc.sql(
            """
            update delivery d
            set status = case
                  when c.status = 'CANCELLED' then 'CANCELLED'
                  when s.id is not null then 'SUPPRESSED'
                  else 'PENDING' end,
                reason = case
                  when c.status = 'CANCELLED' then '@cancelled'
                  when s.id is not null then '@suppressed.' || s.reason
                  else d.reason end,
                settled_at = case when c.status = 'CANCELLED' or s.id is not null then lantoa_now() end,
                attempts = d.attempts - 1, owner = null, lease_until = null
            from unnest(:ids::bigint[], :fences::bigint[]) as mine (id, fence)
            join delivery own on own.id = mine.id
            join campaign c on c.id = own.campaign_id
            left join suppression s
              on s.channel = own.channel and s.address = own.address and s.lifted_at is null
            where d.id = mine.id and d.fence = mine.fence and d.status = 'CLAIMED'
            """)
        .param("ids", ids(deliveries))
        .param("fences", fences(deliveries))
        .update();
  }

  @Override
  public int recoverOwn() {
    jdbc.sql(
            """
            update delivery set status = 'PENDING', attempts = attempts - 1, owner = null, lease_until = null
            where status = 'CLAIMED' and owner = :node
            """)
        .param("node", node.id())
        .update();
    return jdbc.sql(
            """
            update delivery
            set status = 'UNCERTAIN', reason = '@crashed', settled_at = lantoa_now(), owner = null, lease_until = null
            where status = 'SENDING' and owner = :node
            """)
        .param("node", node.id())
        .update();
  }

  @Override
  public int recoverLapsed() {
    jdbc.sql(
            """
            update delivery set status = 'PENDING', attempts = attempts - 1, owner = null, lease_until = null
            where status = 'CLAIMED' and lease_until < lantoa_now()
            """)
        .update();
    return jdbc.sql(
            """
            update delivery
            set status = 'UNCERTAIN', reason = '@lapsed', settled_at = lantoa_now(), owner = null, lease_until = null
            -- Its worker may still be waiting for the provider: give the answer a while longer.
            where status = 'SENDING' and lease_until < lantoa_now() - interval '10 s'
            """)
        .update();
  }

  @Override
  public int expire() {
    return jdbc.sql(
            """
            update delivery
            set status = 'EXPIRED', reason = coalesce(reason, '@expired'), settled_at = lantoa_now()
            where status = 'PENDING' and expires_at <= lantoa_now()
              and run_id in (select id from wave_run where status = 'RUNNING')
            """)
        .update();
  }

  @Override
  public int cancel(long campaignId) {
    return jdbc.sql(
            """
            update delivery set status = 'CANCELLED', reason = '@cancelled', settled_at = lantoa_now()
            where status = 'PENDING' and campaign_id = :campaign
            """)
        .param("campaign", campaignId)
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Long> settledRuns(List<Long> runs) {
    return jdbc.sql(
            """
            select r.id from unnest(:runs::bigint[]) as r (id)
            where not exists (select from delivery d where d.run_id = r.id and d.status = 'PENDING')
              -- All leased rows of all runs are few; the partial index on them is tiny.
              and not exists (select from delivery d where d.run_id = r.id and d.status in ('CLAIMED', 'SENDING'))
            """)
        .param("runs", runs.toArray(Long[]::new))
        .query((row, _) -> row.getLong(1))
        .list();
  }

  static ClaimedDelivery claimed(ResultSet row, int number) throws SQLException {
    return new ClaimedDelivery(
        row.getLong("id"),
        row.getLong("fence"),
        row.getInt("attempts"),
        new Channel(row.getString("channel")),
        OutgoingMessage.Target.valueOf(row.getString("target_kind")),
        row.getLong("target_id"),
        row.getLong("unit_id"),
        row.getString("recipient_name"),
        row.getString("address"),
        row.getString("item_id"),
        row.getString("content_hash"),
        row.getTimestamp("fire_at").toInstant(),
        row.getTimestamp("expires_at").toInstant());
  }

  private static Long[] ids(List<ClaimedDelivery> deliveries) {
    return deliveries.stream().map(ClaimedDelivery::id).toArray(Long[]::new);
  }

  private static Long[] fences(List<ClaimedDelivery> deliveries) {
    return deliveries.stream().map(ClaimedDelivery::fence).toArray(Long[]::new);
  }
}
