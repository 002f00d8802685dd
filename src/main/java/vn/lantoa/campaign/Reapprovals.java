package vn.lantoa.campaign;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audience.PeopleAdded;
import vn.lantoa.common.ProgramAct;
import vn.lantoa.content.ContentChanged;

/// What voids an approval: the campaign waits for the next one, and nothing of it goes out until
/// then.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Reapprovals {

  /// The text is another one than was approved.
  static final String REWRITTEN = "@content-changed";

  /// Far more people would get it than when it was approved.
  static final String OUTGROWN = "@audience-grew";

  private final JdbcClient jdbc;
  private final CampaignRows rows;
  private final ApprovedAudience audience;
  private final ApplicationEventPublisher events;

  Reapprovals(
      JdbcClient jdbc,
      CampaignRows rows,
      ApprovedAudience audience,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.audience = audience;
    this.events = events;
  }

  /// An edit voids the approval of everything that would still go out with the old text.
  @EventListener
  void contentChanged(ContentChanged change) {
    jdbc.sql(
            """
            select c.id from campaign c
            where c.status in ('APPROVED', 'RUNNING', 'PAUSED')
              and exists (select from wave w where w.campaign_id = c.id and w.item_id = :item
                            and w.next_fire_at is not null and w.content_hash <> :hash)
            order by c.id for update
            """)
        .param("item", change.itemId())
        .param("hash", change.hash())
        .query(Long.class)
        .list()
        .forEach(id -> backToApproval(id, REWRITTEN));
  }

  /// What waits is seen to at once and not when its moment has come: the approver still has time.
  @EventListener
  void peopleAdded(PeopleAdded added) {
    for (long id : audience.outgrown(added.unitId())) {
      if (APPROVED.contains(rows.lock(id).status())) {
        backToApproval(id, OUTGROWN);
      }
    }
  }

  private static final List<CampaignStatus> APPROVED =
      List.of(CampaignStatus.APPROVED, CampaignStatus.RUNNING, CampaignStatus.PAUSED);

  /// @param why a code: [#REWRITTEN] or [#OUTGROWN]
  void backToApproval(long id, String why) {
    rows.stop(id);
    rows.move(id, CampaignStatus.SUBMITTED, why);
    events.publishEvent(new ProgramAct("campaign.reapprove", "campaign:" + id, why));
    events.publishEvent(new CampaignStopped(id, false));
    events.publishEvent(new CampaignSubmitted(id));
  }
}
