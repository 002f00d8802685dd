package vn.lantoa.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignApproved;
import vn.lantoa.campaign.CampaignReturned;
import vn.lantoa.campaign.CampaignSubmitted;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;

/// Tells approvers which campaigns wait for them, and authors what was decided.
@Component
class CampaignNotices {

  private final Notices notices;
  private final Campaigns campaigns;
  private final Accounts accounts;

  CampaignNotices(Notices notices, Campaigns campaigns, Accounts accounts) {
    this.notices = notices;
    this.campaigns = campaigns;
    this.accounts = accounts;
  }

  @EventListener
  void submitted(CampaignSubmitted event) {
    var campaign = campaigns.get(event.campaignId());
    var approvers =
        accounts.holding(Role.APPROVER, campaign.unitId()).stream()
            .filter(id -> !campaign.writers().contains(id))
            .toList();
    notices.tell(
        approvers,
        about(campaign, NoticeKind.CAMPAIGN_WAITS, List.of(campaign.name(), campaign.author())));
  }

  @EventListener
  void returned(CampaignReturned event) {
    var campaign = campaigns.get(event.campaignId());
    tellAuthor(
        campaign.authorId(),
        about(
            campaign,
            NoticeKind.CAMPAIGN_RETURNED,
            List.of(campaign.name(), event.approver().name(), event.reason())));
  }

  @EventListener
  void approved(CampaignApproved event) {
    var campaign = campaigns.get(event.campaignId());
    var approver = campaign.approver();
    tellAuthor(
        campaign.authorId(),
        about(
            campaign,
            NoticeKind.CAMPAIGN_APPROVED,
            List.of(campaign.name(), approver == null ? "" : approver)));
  }

  private void tellAuthor(@Nullable Long authorId, Notice notice) {
    if (authorId != null) {
      notices.tell(List.of(authorId), notice);
    }
  }

  /// Every change of a campaign raises its version: each is an occasion of its own.
  private static Notice about(Campaign campaign, NoticeKind kind, List<String> arguments) {
    return new Notice(
        kind,
        "campaign:" + campaign.id(),
        String.valueOf(campaign.version()),
        campaign.unitId(),
        arguments,
        "/chien-dich/" + campaign.id());
  }
}
