package vn.lantoa.console.campaign;

import java.util.List;
import java.util.Objects;
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
        stopper
            && status == CampaignStatus.PAUSED
            && !Objects.equals(campaign.stoppedBy(), account.id())
            && mayKeepPaused(campaign, account),
        approver && second && (status.maySend() || status == CampaignStatus.PAUSED),
        stopper && !status.isOver(),
        stopper,
        access.has(account, Permission.PLAN_CAMPAIGNS),
        status == CampaignStatus.SUBMITTED ? others(campaign) : List.of());
  }

  /// What another stopped goes on by his hand, or by one who approves: an emergency stop is no use
  /// where the one it was meant for undoes it. What was stopped from above, those above let go on.
  boolean isHeld(Campaign campaign, Account account) {
    long from = stoppedFrom(campaign).stream().findFirst().orElse(campaign.unitId());
    return campaign.isStoppedByAnother(account.actor())
        && !access.may(account, Permission.APPROVE_CAMPAIGNS, from);
  }

  /// Whether his stop may take the place of the one there is: of whoever lets it go on, and of
  /// whoever stands above the one who stopped it.
  boolean mayKeepPaused(Campaign campaign, Account account) {
    return !isHeld(campaign, account)
        || reach(campaign, account).size() > stoppedFrom(campaign).size();
  }

  /// The reach of who stopped it; empty: nobody did.
  private List<Long> stoppedFrom(Campaign campaign) {
    var stopper = campaign.stoppedBy();
    return stopper == null ? List.of() : reach(campaign, accounts.get(stopper));
  }

  /// The units from the campaign's own upwards whose campaigns the account may stop, the highest
  /// first.
  private List<Long> reach(Campaign campaign, Account account) {
    return units.path(campaign.unitId()).stream()
        .map(OrgUnit::id)
        .filter(unit -> access.may(account, Permission.STOP_CAMPAIGNS, unit))
        .toList();
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
