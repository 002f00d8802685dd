package vn.lantoa.console.campaign;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.console.frame.Owner;

/// A campaign belongs to the unit it was planned for.
@Component
final class CampaignOwner implements Owner {

  private final Campaigns campaigns;

  CampaignOwner(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  @Override
  public Class<?> of() {
    return Campaign.class;
  }

  @Override
  public Collection<@Nullable Long> unitsOf(String id) {
    return List.of(campaigns.get(Owner.number(id)).unitId());
  }
}
