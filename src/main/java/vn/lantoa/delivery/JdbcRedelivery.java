package vn.lantoa.delivery;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Refusal;
import vn.lantoa.database.Retries;
import vn.lantoa.privacy.PersonalData;

@Repository
class JdbcRedelivery implements Redelivery {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Retries retries;

  JdbcRedelivery(JdbcClient jdbc, TransactionTemplate transaction, Retries retries) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.retries = retries;
  }

  @Override
  public int resend(Collection<Long> deliveryIds, Actor actor) {
    return retries.get("redelivery", transaction, () -> sendAgain(deliveryIds));
  }

  private int sendAgain(Collection<Long> deliveryIds) {
    var ids = deliveryIds.toArray(Long[]::new);
    holdCampaigns(ids);
    int again =
        jdbc.sql(
                """
                with held as materialized (
                  select id from delivery d
                  where id = any(:ids) and status in ('FAILED', 'UNDELIVERED') and address <> :erased
                    and exists (select from campaign c where c.id = d.campaign_id and c.status <> 'CANCELLED')
                    and not exists (select from withdrawn_run r where r.id = d.run_id)
                  order by id for update
                ), filed as (
                  -- The try the provider took is in the ledger itself, which now is written anew.
                  insert into attempt (delivery_id, number, node, wire_at, ended_at, outcome, provider_ref)
                  select d.id, d.attempts, d.owner, d.wire_at, d.settled_at, 'accepted', d.provider_ref
                  from delivery d join held on held.id = d.id
                  where d.status = 'UNDELIVERED' and d.wire_at is not null and d.owner is not null
                )
                update delivery d
                set status = 'PENDING', reason = '@sent-again-by-person', settled_at = null, attempts = 0,
                    not_before = lantoa_now(), expires_at = greatest(expires_at, lantoa_now() + interval '1 day')
                from held where d.id = held.id
                """)
            .param("ids", ids)
            // Nobody knows any more where it went.
            .param("erased", PersonalData.ERASED)
            .update();
    if (again == 0 && isWithdrawn(ids)) {
      throw new Refusal("delivery.text-withdrawn");
    }
    reopenRuns(ids);
    return again;
  }

  @Override
  public int resendable(Collection<Long> deliveryIds) {
    return jdbc.sql(
            """
            select count(*) from delivery d join campaign c on c.id = d.campaign_id
            where d.id = any(:ids) and d.status in ('FAILED', 'UNDELIVERED') and d.address <> :erased
              and c.status <> 'CANCELLED' and not exists (select from withdrawn_run r where r.id = d.run_id)
            """)
        .param("ids", deliveryIds.toArray(Long[]::new))
        .param("erased", PersonalData.ERASED)
        .query(Integer.class)
        .single();
  }

  @Override
  public int resendAll(
      long campaignId, DeliveryStatus status, @Nullable Channel channel, Actor actor) {
    if (!status.maySendAgain()) {
      return 0;
    }
    var missed =
        jdbc.sql(
                """
                select id from delivery
                where run_id in (select id from wave_run where campaign_id = :campaign) and status = :status
                  and (:channel::text is null or channel = :channel::text)
                """)
            .param("campaign", campaignId)
            .param("status", status.name())
            .param("channel", channel == null ? null : channel.key())
            .query((row, _) -> row.getLong(1))
            .list();
    return resend(missed, actor);
  }

  /// Whether the text of one of them was taken out of the library since.
  boolean isWithdrawn(Long[] deliveryIds) {
    return jdbc.sql(
            """
            select exists (select from delivery d join withdrawn_run r on r.id = d.run_id where d.id = any(:ids))
            """)
        .param("ids", deliveryIds)
        .query(Boolean.class)
        .single();
  }

  /// Before any of the deliveries is opened again: who is just finishing or cancelling a campaign
  /// has to see the open delivery, or this has to see what became of the campaign.
  void holdCampaigns(Long[] deliveryIds) {
    jdbc.sql(
            """
            select id from campaign where id in (select campaign_id from delivery where id = any(:ids))
            order by id for update
            """)
        .param("ids", deliveryIds)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /// What has an open delivery again is not finished any more. Whoever calls this holds the
  /// campaigns.
  void reopenRuns(Long[] deliveryIds) {
    jdbc.sql(
            """
            update wave_run set status = 'RUNNING', finished_at = null
            where status = 'FINISHED' and id in (select run_id from delivery where id = any(:ids) and status = 'PENDING')
            """)
        .param("ids", deliveryIds)
        .update();
    jdbc.sql(
            """
            update campaign set status = 'RUNNING', finished_at = null
            where status = 'FINISHED'
              and id in (select campaign_id from delivery where id = any(:ids) and status = 'PENDING')
            """)
        .param("ids", deliveryIds)
        .update();
  }
}
