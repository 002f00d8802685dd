package vn.lantoa.campaign;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.ProgramAct;
import vn.lantoa.content.ContentChanged;

/// What voids an approval, another text: the campaign waits for the next one, and nothing of it
/// goes out until then.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Reapprovals {

  private static final String REWRITTEN = "@content-changed";

  private final JdbcClient jdbc;
  private final CampaignRows rows;
  private final ApplicationEventPublisher events;

  Reapprovals(JdbcClient jdbc, CampaignRows rows, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.events = events;
  }

  /// An edit voids the approval of everything that would still go out with the old text. What
  /// somebody stopped stays stopped, and is looked at when it goes on: else an edit would undo the
  /// stop.
  @EventListener
  void contentChanged(ContentChanged change) {
    jdbc.sql(
            """
            select c.id from campaign c
            where c.status in ('APPROVED', 'RUNNING')
              and exists (select from wave w where w.campaign_id = c.id and w.item_id = :item
                            and w.next_fire_at is not null and w.content_hash <> :hash)
            order by c.id for update
            """)
        .param("item", change.itemId())
        .param("hash", change.hash())
        .query(Long.class)
        .list()
        .forEach(this::backToApproval);
  }

  /// Whether a campaign that goes on may do so with the texts there are by now.
  void look(long id) {
    boolean rewritten =
        jdbc.sql(
                """
                select exists (select from wave w join content_item i on i.id = w.item_id
                  where w.campaign_id = :id and w.next_fire_at is not null and w.content_hash <> i.current_hash)
                """)
            .param("id", id)
            .query(Boolean.class)
            .single();
    if (rewritten) {
      backToApproval(id);
    }
  }

  void backToApproval(long id) {
    rows.stop(id);
    rows.move(id, CampaignStatus.SUBMITTED, REWRITTEN);
    events.publishEvent(new ProgramAct("campaign.reapprove", "campaign:" + id, REWRITTEN));
    events.publishEvent(new CampaignStopped(id, false));
    events.publishEvent(new CampaignSubmitted(id));
  }
}
