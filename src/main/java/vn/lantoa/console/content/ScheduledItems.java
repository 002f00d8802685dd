package vn.lantoa.console.content;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// Which approved campaigns have still to send an item, of those the reader may see.
@Component
class ScheduledItems {

  private static final int LOOKED_AT = 100;

  private final Campaigns campaigns;
  private final Access access;

  ScheduledItems(Campaigns campaigns, Access access) {
    this.campaigns = campaigns;
    this.access = access;
  }

  List<Campaign> with(String itemId, Account account) {
    return campaigns
        .within(
            access.top(account, Permission.READ_CAMPAIGNS),
            Set.of(CampaignStatus.APPROVED, CampaignStatus.RUNNING, CampaignStatus.PAUSED),
            0,
            LOOKED_AT)
        .stream()
        .filter(campaign ->
            campaign.waves().stream()
                .anyMatch(wave -> wave.itemId().equals(itemId) && wave.nextFireAt() != null))
        .toList();
  }
}
