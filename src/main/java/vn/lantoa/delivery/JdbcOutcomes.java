package vn.lantoa.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.audience.Suppressions;
import vn.lantoa.broadcast.ItemAired;
import vn.lantoa.common.Actor;
import vn.lantoa.common.ChannelSettings.OnUncertain;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Refusal;
import vn.lantoa.database.BeginAgain;
import vn.lantoa.database.Retries;

/// The only writer of the status of a delivery.
@Repository
class JdbcOutcomes implements Outcomes {

  private static final Logger log = LoggerFactory.getLogger(JdbcOutcomes.class);

  /// Rows in one transaction. More only makes everyone wait longer.
  private static final int GROUP = 256;

  /// A provider waits a quarter of a minute for an answer to its receipt, and takes none for a no.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final JdbcClient jdbc;
  private final Channels channels;
  private final RetryPolicy policy;
  private final Suppressions suppressions;
  private final JdbcRedelivery redelivery;
  private final TransactionTemplate transaction;
  private final Retries retries;
  private final GroupCommit<ReceiptFor, Boolean> receipts;

  JdbcOutcomes(
      JdbcClient jdbc,
      Channels channels,
      RetryPolicy policy,
      Suppressions suppressions,
      JdbcRedelivery redelivery,
      TransactionTemplate transaction,
      Retries retries) {
    this.jdbc = jdbc;
    this.channels = channels;
    this.policy = policy;
    this.suppressions = suppressions;
    this.redelivery = redelivery;
    this.transaction = transaction;
    this.retries = retries;
    this.receipts =
        new GroupCommit<>(GROUP, group -> retries.get("receipts", transaction, () -> apply(group)));
  }

  /// What a try means for its delivery. A dead address is written to no more, from here and now.
  AttemptResult judge(ClaimedDelivery delivery, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted(var ref) ->
          new AttemptResult(delivery, DeliveryStatus.SENT, "accepted", ref, null, null, true);
      case Outcome.Delivered(var ref) ->
          new AttemptResult(delivery, DeliveryStatus.DELIVERED, "delivered", ref, null, null, true);
      case Outcome.Retry(var after, var why) -> retry(delivery, after, why);
      case Outcome.Permanent(var why, var suppress) -> {
        if (suppress) {
          suppress(delivery);
        }
        yield new AttemptResult(delivery, DeliveryStatus.FAILED, "permanent", "", why, null, true);
      }
      case Outcome.Ambiguous(var why) -> ambiguous(delivery, why);
      case Outcome.Throttled(var after, var why) ->
          waiting(delivery, "throttled", why, policy.waitAfter(1, after));
      case Outcome.Unavailable(var why) ->
          waiting(delivery, "unavailable", why, policy.waitAfter(1, null));
      case Outcome.ChannelDown(var why) -> waiting(delivery, "channel-down", why, Duration.ZERO);
    };
  }

  /// Not the delivery's fault: it waits, and the try does not count.
  private static AttemptResult waiting(
      ClaimedDelivery delivery, String outcome, String why, Duration pause) {
    return new AttemptResult(delivery, DeliveryStatus.PENDING, outcome, "", why, pause, false);
  }

  private void suppress(ClaimedDelivery delivery) {
    try {
      suppressions.suppress(
          delivery.channel(),
          delivery.address(),
          SuppressionReason.HARD_BOUNCE,
          "delivery:" + delivery.id(),
          Actor.SYSTEM);
    } catch (RuntimeException e) {
      // Must not throw after the wire; the next message to it finds out again.
      log.warn("delivery={} bounced; its address stays in use: {}", delivery.id(), e.toString());
    }
  }

  private AttemptResult ambiguous(ClaimedDelivery delivery, String why) {
    boolean again =
        delivery.attempt() == 1
            && channels.of(delivery.channel()).onUncertain() == OnUncertain.RETRY_ONCE;
    return again
        ? new AttemptResult(
            delivery, DeliveryStatus.PENDING, "ambiguous", "", why, policy.waitAfter(1, null), true)
        : new AttemptResult(delivery, DeliveryStatus.UNCERTAIN, "ambiguous", "", why, null, true);
  }

  private AttemptResult retry(ClaimedDelivery delivery, @Nullable Duration after, String why) {
    if (delivery.attempt() >= channels.of(delivery.channel()).maxAttempts()) {
      return new AttemptResult(delivery, DeliveryStatus.FAILED, "exhausted", "", why, null, true);
    }
    return new AttemptResult(
        delivery,
        DeliveryStatus.PENDING,
        "retry",
        "",
        why,
        policy.waitAfter(delivery.attempt(), after),
        true);
  }

  @Override
  public boolean receipt(long deliveryId, Receipt receipt) {
    return receipts.submit(new ReceiptFor(deliveryId, receipt), PATIENCE);
  }

  private List<Boolean> apply(List<ReceiptFor> group) {
    hold(group.stream().map(ReceiptFor::delivery).toArray(Long[]::new));
    Set<Long> raised =
        new HashSet<>(
            jdbc.sql(
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
                    """)
                .param("ids", group.stream().map(ReceiptFor::delivery).toArray(Long[]::new))
                .param(
                    "statuses",
                    group.stream().map(r -> r.receipt().status().name()).toArray(String[]::new))
                .param(
                    "ranks",
                    group.stream().map(r -> r.receipt().status().rank()).toArray(Integer[]::new))
                .param(
                    "refs",
                    group.stream().map(r -> r.receipt().providerRef()).toArray(String[]::new))
                .param(
                    "reasons", group.stream().map(r -> r.receipt().reason()).toArray(String[]::new))
                .param("names", names())
                .param("nameRanks", ranks())
                .query(Long.class)
                .list());
    return group.stream().map(receipt -> raised.contains(receipt.delivery())).toList();
  }

  /// Waits for who is just filing the answer: the statement that follows must begin after that, or
  /// it sees neither the row of the queue nor what the ledger says instead.
  ///
  /// @throws BeginAgain when one came back into the queue meanwhile: it belongs to who holds it
  ///   there
  private void hold(Long[] deliveries) {
    var open =
        jdbc.sql(
                "select delivery_id from queue where delivery_id = any(:ids) order by delivery_id for update")
            .param("ids", deliveries)
            .query((row, _) -> row.getLong(1))
            .list();
    boolean all =
        jdbc.sql(
                """
                with back as materialized (
                  select delivery_id from queue where delivery_id = any(:ids) and delivery_id <> all(:open)
                ), held as materialized (
                  select id, status from delivery
                  where id = any(:ids) and not exists (select from back) order by id for update
                )
                select not exists (select from back)
                  and not exists (select from held where status = 'PENDING' and id <> all(:open))
                """)
            .param("ids", deliveries)
            .param("open", open.toArray(Long[]::new))
            .query(Boolean.class)
            .single();
    if (!all) {
      throw new BeginAgain("a delivery was sent again while its receipt was being filed");
    }
  }

  @Override
  public void settle(long deliveryId, Settlement settlement, Actor actor) {
    if (settle(List.of(deliveryId), settlement, actor) == 0) {
      throw new Refusal(
          isOfCancelledCampaign(deliveryId)
              ? "delivery.campaign-cancelled"
              : "delivery.not-uncertain");
    }
  }

  @Override
  public int settle(Collection<Long> deliveryIds, Settlement settlement, Actor actor) {
    var ids = deliveryIds.toArray(Long[]::new);
    return retries.get(
        "settlement",
        transaction,
        () ->
            switch (settlement) {
              case WAS_SENT -> jdbc.sql(WAS_SENT).param("ids", ids).update();
              case SEND_AGAIN -> sendAgain(ids, !actor.equals(Actor.SYSTEM));
            });
  }

  private static final String WAS_SENT =
      """
      with held as materialized (
        select id from delivery where id = any(:ids) and status = 'UNCERTAIN' order by id for update
      )
      update delivery d set status = 'SENT', reason = '@settled-by-person', settled_at = lantoa_now()
      from held where d.id = held.id
      """;

  private static final String SEND_AGAIN =
      """
      with held as materialized (
        select id from delivery where id = any(:ids) and status = 'UNCERTAIN' order by id for update
      )
      update delivery d
      set status = 'PENDING', settled_at = null, not_before = lantoa_now(),
          reason = case when :person then '@sent-again-by-person' else '@sent-again-not-found' end,
          -- Beyond its deadline only a person may say.
          expires_at = case when :person then greatest(expires_at, lantoa_now() + interval '1 day')
                            else expires_at end
      from held where d.id = held.id
        and exists (select from campaign c where c.id = d.campaign_id and c.status <> 'CANCELLED')
      """;

  private int sendAgain(Long[] ids, boolean person) {
    redelivery.holdCampaigns(ids);
    int again = jdbc.sql(SEND_AGAIN).param("ids", ids).param("person", person).update();
    redelivery.reopenRuns(ids);
    return again;
  }

  private boolean isOfCancelledCampaign(long deliveryId) {
    return jdbc.sql(
            """
            select exists (select from delivery d join campaign c on c.id = d.campaign_id
                           where d.id = :id and d.status = 'UNCERTAIN' and c.status = 'CANCELLED')
            """)
        .param("id", deliveryId)
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  /// A school said that it read the item out: for radio that is what "delivered" means.
  @EventListener
  void aired(ItemAired item) {
    apply(List.of(new ReceiptFor(item.delivery(), new Receipt(DeliveryStatus.DELIVERED, "", ""))));
  }

  private static String[] names() {
    return java.util.Arrays.stream(DeliveryStatus.values()).map(Enum::name).toArray(String[]::new);
  }

  private static Integer[] ranks() {
    return java.util.Arrays.stream(DeliveryStatus.values())
        .map(DeliveryStatus::rank)
        .toArray(Integer[]::new);
  }

  private record ReceiptFor(long delivery, Receipt receipt) {}
}
