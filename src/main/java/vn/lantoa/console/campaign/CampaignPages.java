package vn.lantoa.console.campaign;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.console.frame.Paging;
import vn.lantoa.console.frame.Remit;
import vn.lantoa.report.CampaignHistory;
import vn.lantoa.report.Funnels;
import vn.lantoa.security.Account;
import vn.lantoa.security.Role;

/// Looking at campaigns: the list, one of them, and how far it is.
@Controller
class CampaignPages {

  private static final Role[] READERS = {Role.OFFICER, Role.APPROVER, Role.ADMIN};

  private final Campaigns campaigns;
  private final Funnels funnels;
  private final CampaignHistory history;
  private final CampaignDetails details;
  private final Remit remit;

  CampaignPages(
      Campaigns campaigns,
      Funnels funnels,
      CampaignHistory history,
      CampaignDetails details,
      Remit remit) {
    this.campaigns = campaigns;
    this.funnels = funnels;
    this.history = history;
    this.details = details;
    this.remit = remit;
  }

  /// @param tab empty: all
  @GetMapping("/chien-dich")
  String list(
      @RequestParam(name = "loc", defaultValue = "") String tab,
      @RequestParam(name = "trang", defaultValue = "1") int number,
      Account account,
      Model model) {
    long top = remit.top(account, READERS);
    var chosen = CampaignTab.of(tab);
    var fetched = campaigns.within(top, chosen.statuses(), Paging.offset(number), Paging.FETCH);
    model.addAttribute("tab", chosen);
    model.addAttribute("counts", campaigns.countByStatus(top));
    model.addAttribute("campaigns", Paging.shown(fetched));
    model.addAttribute(
        "paging",
        Paging.of(
            number,
            fetched,
            UriComponentsBuilder.fromPath("/chien-dich").queryParam("loc", chosen.key())));
    return "console/campaign/list";
  }

  @GetMapping("/chien-dich/{id}")
  String show(@PathVariable long id, Account account, Model model) {
    var campaign = visible(id, account);
    model.addAttribute("view", details.of(campaign, account));
    model.addAttribute("progress", progress(campaign));
    return "console/campaign/show";
  }

  /// The numbers alone, asked for again and again while it runs.
  ///
  /// @param shown the status the page shows; when it is another now, the page as a whole is to be
  ///   loaded anew
  @GetMapping("/chien-dich/{id}/tien-do")
  String progress(
      @PathVariable long id,
      @RequestParam(name = "dang-la", defaultValue = "") String shown,
      Account account,
      Model model,
      HttpServletResponse response) {
    var campaign = visible(id, account);
    if (!shown.isEmpty() && !campaign.status().name().equals(shown)) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("progress", progress(campaign));
    return "console/campaign/progress";
  }

  private Campaign visible(long id, Account account) {
    var campaign = campaigns.get(id);
    remit.require(account, campaign.unitId(), READERS);
    return campaign;
  }

  private Progress progress(Campaign campaign) {
    return new Progress(
        campaign.id(),
        campaign.status(),
        funnels.ofCampaign(campaign.id()),
        history.troubles(campaign.id()));
  }
}
