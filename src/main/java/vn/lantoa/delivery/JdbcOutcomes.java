package vn.lantoa.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
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
import vn.lantoa.database.Retries;

/// The only writer of the status of a delivery.
@Repository
class JdbcOutcomes implements Outcomes {

  private static final Logger log = LoggerFactory.getLogger(JdbcOutcomes.class);

  private final JdbcClient jdbc;
  private final Channels channels;
  private final RetryPolicy policy;
  private final Suppressions suppressions;
  private final JdbcRedelivery redelivery;
  private final TransactionTemplate transaction;
  private final Retries retries;
  private final JdbcReceipts receipts;

  JdbcOutcomes(
      JdbcClient jdbc,
      Channels channels,
      RetryPolicy policy,
      Suppressions suppressions,
      JdbcRedelivery redelivery,
      TransactionTemplate transaction,
      Retries retries,
      JdbcReceipts receipts) {
    this.jdbc = jdbc;
    this.channels = channels;
    this.policy = policy;
    this.suppressions = suppressions;
    this.redelivery = redelivery;
    this.transaction = transaction;
    this.retries = retries;
    this.receipts = receipts;
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
    return receipts.file(deliveryId, receipt);
  }

  @Override
  public void settle(long deliveryId, Settlement settlement, Actor actor) {
    if (settle(List.of(deliveryId), settlement, actor) == 0) {
      throw new Refusal(whyNot(deliveryId, settlement));
    }
  }

  private String whyNot(long deliveryId, Settlement settlement) {
    if (isOfCancelledCampaign(deliveryId)) {
      return "delivery.campaign-cancelled";
    }
    return settlement == Settlement.SEND_AGAIN && redelivery.isWithdrawn(new Long[] {deliveryId})
        ? "delivery.text-withdrawn"
        : "delivery.not-uncertain";
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
        and not exists (select from withdrawn_run r where r.id = d.run_id)
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
    receipts.fileNow(item.delivery(), new Receipt(DeliveryStatus.DELIVERED, "", ""));
  }
}
