package vn.lantoa.console.campaign;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.common.Channels;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.list.Asked;
import vn.lantoa.console.list.ListFiles;
import vn.lantoa.delivery.Postponements;
import vn.lantoa.report.CampaignHistory;
import vn.lantoa.report.Funnels;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// Looking at campaigns: the list, one of them, and how far it is.
@Controller
class CampaignPages {

  private final Campaigns campaigns;
  private final Funnels funnels;
  private final CampaignHistory history;
  private final Postponements postponements;
  private final Channels channels;
  private final CampaignDetails details;
  private final CampaignList list;
  private final ListFiles files;
  private final Access access;

  CampaignPages(
      Campaigns campaigns,
      Funnels funnels,
      CampaignHistory history,
      Postponements postponements,
      Channels channels,
      CampaignDetails details,
      CampaignList list,
      ListFiles files,
      Access access) {
    this.campaigns = campaigns;
    this.funnels = funnels;
    this.history = history;
    this.postponements = postponements;
    this.channels = channels;
    this.details = details;
    this.list = list;
    this.files = files;
    this.access = access;
  }

  @GetMapping(CampaignList.PATH)
  @Needs(Permission.READ_CAMPAIGNS)
  String list(
      @RequestParam MultiValueMap<String, String> fields, Account account, Page page, Model model) {
    var asked = new Asked(CampaignList.PATH, fields);
    model.addAttribute("tab", CampaignList.tab(asked));
    model.addAttribute(
        "counts", campaigns.countByStatus(access.top(account, Permission.READ_CAMPAIGNS)));
    model.addAttribute("list", list.of(asked, account, page).on(page));
    return "console/campaign/list";
  }

  @RequestMapping(
      path = CampaignList.PATH,
      params = "tep",
      method = {RequestMethod.GET, RequestMethod.POST})
  @Needs(Permission.READ_CAMPAIGNS)
  void file(
      @RequestParam MultiValueMap<String, String> fields,
      Account account,
      Page page,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var asked = new Asked(CampaignList.PATH, fields);
    files.send(list.of(asked, account, page), page, account, request, response);
  }

  @GetMapping("/chien-dich/{id}")
  @Needs(value = Permission.READ_CAMPAIGNS, of = Campaign.class)
  String show(@PathVariable long id, Account account, Model model) {
    var campaign = campaigns.get(id);
    model.addAttribute("view", details.of(campaign, account));
    model.addAttribute("progress", progress(campaign));
    return "console/campaign/show";
  }

  /// The numbers alone, asked for again and again while it runs.
  ///
  /// @param shown the status the page shows; when it is another now, the page as a whole is to be
  ///   loaded anew
  @GetMapping("/chien-dich/{id}/tien-do")
  @Needs(value = Permission.READ_CAMPAIGNS, of = Campaign.class)
  String progress(
      @PathVariable long id,
      @RequestParam(name = "dang-la", defaultValue = "") String shown,
      Account account,
      Model model,
      HttpServletResponse response) {
    var campaign = campaigns.get(id);
    if (!shown.isEmpty() && !campaign.status().name().equals(shown)) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("progress", progress(campaign));
    return "console/campaign/progress";
  }

  private Progress progress(Campaign campaign) {
    return new Progress(
        campaign.id(),
        campaign.status(),
        funnels.ofCampaign(campaign.id()),
        postponements.of(campaign.id()),
        channels,
        history.troubles(campaign.id()));
  }
}
