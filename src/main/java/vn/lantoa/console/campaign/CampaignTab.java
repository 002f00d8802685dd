package vn.lantoa.console.campaign;

import java.util.Set;
import vn.lantoa.campaign.CampaignStatus;

/// The lists an officer thinks in, each some states.
public enum CampaignTab {
  ALL("", Set.of()),
  DRAFTS("nhap", Set.of(CampaignStatus.DRAFT)),
  WAITING("cho-duyet", Set.of(CampaignStatus.SUBMITTED)),
  PLANNED("sap-gui", Set.of(CampaignStatus.APPROVED)),
  RUNNING("dang-gui", Set.of(CampaignStatus.RUNNING, CampaignStatus.PAUSED)),
  OVER("da-xong", Set.of(CampaignStatus.FINISHED, CampaignStatus.CANCELLED));

  private final String key;
  private final Set<CampaignStatus> statuses;

  CampaignTab(String key, Set<CampaignStatus> statuses) {
    this.key = key;
    this.statuses = statuses;
  }

  public String key() {
    return key;
  }

  public Set<CampaignStatus> statuses() {
    return statuses;
  }

  public boolean holds(CampaignStatus status) {
    return statuses.isEmpty() || statuses.contains(status);
  }

  static CampaignTab of(String key) {
    for (var tab : values()) {
      if (tab.key.equals(key)) {
        return tab;
      }
    }
    return ALL;
  }
}
