package vn.lantoa.console.campaign;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Reading;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.delivery.ChannelPauses;
import vn.lantoa.report.Funnel;
import vn.lantoa.report.Funnels;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// What people do to a campaign. A refusal comes back as a sentence on the page.
@Controller
class CampaignActs {

  private final Campaigns campaigns;
  private final Funnels funnels;
  private final ChannelPauses pauses;
  private final Approvers approvers;
  private final Audited audited;

  CampaignActs(
      Campaigns campaigns,
      Funnels funnels,
      ChannelPauses pauses,
      Approvers approvers,
      Audited audited) {
    this.approvers = approvers;
    this.pauses = pauses;
    this.campaigns = campaigns;
    this.funnels = funnels;
    this.audited = audited;
  }

  @PostMapping("/chien-dich/{id}/gui-duyet")
  @Needs(value = Permission.PLAN_CAMPAIGNS, of = Campaign.class)
  String submit(@PathVariable long id, Account account, RedirectAttributes redirect) {
    record(account, "campaign.submit", id, "", () -> campaigns.submit(id, account.actor()));
    return done(id, "campaign.flash.submitted", redirect);
  }

  /// Takes it back to write on: the form opens.
  @PostMapping("/chien-dich/{id}/rut-lai")
  @Needs(value = Permission.PLAN_CAMPAIGNS, of = Campaign.class)
  String recall(@PathVariable long id, Account account, RedirectAttributes redirect) {
    record(account, "campaign.recall", id, "", () -> campaigns.recall(id, account.actor()));
    return done(id, "campaign.flash.recalled", redirect);
  }

  @PostMapping("/chien-dich/{id}/xoa")
  @Needs(value = Permission.PLAN_CAMPAIGNS, of = Campaign.class)
  String delete(@PathVariable long id, Account account, RedirectAttributes redirect) {
    var campaign = campaigns.get(id);
    record(
        account,
        "campaign.delete",
        id,
        campaign.name(),
        () -> campaigns.delete(id, account.actor()));
    Flash.good("campaign.flash.deleted", campaign.name()).on(redirect);
    return "redirect:" + CampaignList.PATH;
  }

  /// @param version the one that was on the approver's screen
  /// @param text the hashes of the texts that were, wave by wave
  /// @param messages to people, as many as the plan said
  @PostMapping("/chien-dich/{id}/duyet")
  @Needs(value = Permission.APPROVE_CAMPAIGNS, of = Campaign.class)
  String approve(
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") List<String> text,
      @RequestParam(defaultValue = "0") long messages,
      Account account,
      RedirectAttributes redirect) {
    var seen = new Reading(version, text, messages);
    record(account, "campaign.approve", id, "", () -> campaigns.approve(id, seen, account.actor()));
    return done(id, "campaign.flash.approved", redirect);
  }

  /// @param messages how many it would be by the approver's screen
  @PostMapping("/chien-dich/{id}/nguoi-moi")
  @Needs(value = Permission.APPROVE_CAMPAIGNS, of = Campaign.class)
  String admit(
      @PathVariable long id,
      @RequestParam long messages,
      Account account,
      RedirectAttributes redirect) {
    record(
        account,
        "campaign.admit",
        id,
        Long.toString(messages),
        () -> campaigns.admit(id, messages, account.actor()));
    return done(id, "campaign.flash.admitted", redirect);
  }

  @PostMapping("/chien-dich/{id}/tra-lai")
  @Needs(value = Permission.APPROVE_CAMPAIGNS, of = Campaign.class)
  String sendBack(
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String reason,
      Account account,
      RedirectAttributes redirect) {
    record(
        account,
        "campaign.send-back",
        id,
        reason.strip(),
        () -> campaigns.sendBack(id, version, reason.strip(), account.actor()));
    return done(id, "campaign.flash.returned", redirect);
  }

  @PostMapping("/chien-dich/{id}/tam-dung")
  @Needs(value = Permission.STOP_CAMPAIGNS, of = Campaign.class)
  String pause(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      Account account,
      RedirectAttributes redirect) {
    record(
        account,
        "campaign.pause",
        id,
        reason.strip(),
        () ->
            campaigns.stop(
                id,
                reason.strip(),
                stopped -> approvers.mayKeepPaused(stopped, account),
                account.actor()));
    return done(id, "campaign.flash.paused", redirect);
  }

  @PostMapping("/chien-dich/{id}/tiep-tuc")
  @Needs(value = Permission.STOP_CAMPAIGNS, of = Campaign.class)
  String resume(@PathVariable long id, Account account, RedirectAttributes redirect) {
    var campaign = campaigns.get(id);
    if (approvers.isHeld(campaign, account)) {
      throw new Refusal("campaign.stopped-by-another");
    }
    record(
        account,
        "campaign.resume",
        id,
        "",
        () -> campaigns.resume(id, campaign.version(), account.actor()));
    return done(id, "campaign.flash.resumed", redirect);
  }

  /// What stopped a channel of the campaign is mended. Where it is not, the next message pauses it
  /// again and burns nothing. What a person stopped only an operator opens, in *Vận hành*.
  @PostMapping("/chien-dich/{id}/kenh/{channel}/mo-lai")
  @Needs(value = Permission.STOP_CAMPAIGNS, of = Campaign.class)
  String resumeChannel(
      @PathVariable long id,
      @PathVariable String channel,
      Account account,
      RedirectAttributes redirect) {
    var own = campaigns.get(id).waves().stream().flatMap(wave -> wave.channels().stream()).toList();
    var stopped = Channels.among(own, channel);
    record(
        account,
        "channel.resume",
        id,
        channel,
        () -> pauses.resumeAfterFault(stopped, account.actor()));
    return done(id, "campaign.flash.channel-resumed", redirect);
  }

  /// Asks before it is too late, with the numbers.
  @GetMapping("/chien-dich/{id}/huy")
  @Needs(value = Permission.STOP_CAMPAIGNS, of = Campaign.class)
  String askToCancel(@PathVariable long id, Account account, Model model) {
    var campaign = campaigns.get(id);
    if (campaign.status().isOver()) {
      throw new Refusal("campaign.is-over");
    }
    model.addAttribute("campaign", campaign);
    model.addAttribute(
        "total", funnels.ofCampaign(id).values().stream().reduce(Funnel.EMPTY, Funnel::plus));
    return "console/campaign/cancel";
  }

  @PostMapping("/chien-dich/{id}/huy")
  @Needs(value = Permission.STOP_CAMPAIGNS, of = Campaign.class)
  String cancel(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      Account account,
      RedirectAttributes redirect) {
    record(
        account,
        "campaign.cancel",
        id,
        reason.strip(),
        () -> campaigns.cancel(id, reason.strip(), account.actor()));
    return done(id, "campaign.flash.cancelled", redirect);
  }

  private void record(Account account, String action, long id, String detail, Runnable act) {
    audited.act(account.actor(), action, "campaign:" + id, detail, act);
  }

  private static String done(long id, String message, RedirectAttributes redirect) {
    Flash.good(message).on(redirect);
    return "redirect:/chien-dich/" + id;
  }
}
