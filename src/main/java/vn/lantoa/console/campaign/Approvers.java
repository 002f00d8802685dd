package vn.lantoa.console.campaign;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.console.campaign.CampaignView.Rights;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Permission;
import vn.lantoa.security.Role;

/// Who may do what with a campaign as it stands, so that the page offers only what will work and
/// says why the rest does not.
@Component
class Approvers {

  private final Access access;
  private final Accounts accounts;
  private final OrgUnits units;

  Approvers(Access access, Accounts accounts, OrgUnits units) {
    this.units = units;
    this.access = access;
    this.accounts = accounts;
  }

  /// @param begun whether anything of it has fired: that cannot be changed or deleted any more
  Rights rights(Campaign campaign, Account account, boolean begun) {
    boolean officer = access.may(account, Permission.PLAN_CAMPAIGNS, campaign.unitId());
    boolean approver = access.may(account, Permission.APPROVE_CAMPAIGNS, campaign.unitId());
    boolean stopper = access.may(account, Permission.STOP_CAMPAIGNS, campaign.unitId());
    boolean second = account.actor().isSecondPairOfEyesFor(campaign.writers());
    boolean own = account.actor().isOneOf(campaign.writers());
    var status = campaign.status();
    return new Rights(
        officer && !begun && (status == CampaignStatus.DRAFT || status == CampaignStatus.APPROVED),
        officer && status == CampaignStatus.DRAFT,
        officer && status == CampaignStatus.SUBMITTED,
        officer && !begun && status == CampaignStatus.DRAFT,
        status == CampaignStatus.SUBMITTED && approver && second,
        own,
        stopper && status.maySend(),
        stopper && status == CampaignStatus.PAUSED && !isHeld(campaign, account),
        stopper && !status.isOver(),
        stopper,
        access.has(account, Permission.PLAN_CAMPAIGNS),
        status == CampaignStatus.SUBMITTED ? others(campaign) : List.of());
  }

  /// What another stopped goes on by his hand, or by one who approves: an emergency stop is no use
  /// where the one it was meant for undoes it.
  boolean isHeld(Campaign campaign, Account account) {
    return campaign.isStoppedByAnother(account.actor())
        && !access.may(account, Permission.APPROVE_CAMPAIGNS, stoppedFrom(campaign));
  }

  /// The highest unit its hand reaches to: what was stopped from above, those above let go on.
  private long stoppedFrom(Campaign campaign) {
    var stopper = campaign.stoppedBy();
    if (stopper == null) {
      return campaign.unitId();
    }
    var account = accounts.get(stopper);
    return units.path(campaign.unitId()).stream()
        .map(OrgUnit::id)
        .filter(unit -> access.may(account, Permission.STOP_CAMPAIGNS, unit))
        .findFirst()
        .orElse(campaign.unitId());
  }

  private List<String> others(Campaign campaign) {
    return accounts.holding(Role.APPROVER, campaign.unitId()).stream()
        .map(accounts::get)
        .filter(account -> account.actor().isSecondPairOfEyesFor(campaign.writers()))
        .filter(account -> access.may(account, Permission.APPROVE_CAMPAIGNS, campaign.unitId()))
        .map(Account::name)
        .toList();
  }
}
