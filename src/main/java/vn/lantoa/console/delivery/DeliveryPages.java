package vn.lantoa.console.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.frame.Seen;
import vn.lantoa.console.list.Asked;
import vn.lantoa.console.list.ListFiles;
import vn.lantoa.console.list.ListSearches;
import vn.lantoa.delivery.Deliveries;
import vn.lantoa.delivery.Delivery;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.delivery.Outcomes;
import vn.lantoa.delivery.Redelivery;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// The ledger, row by row: who got what, and if not, why.
@Controller
class DeliveryPages {

  private final Deliveries deliveries;
  private final Outcomes outcomes;
  private final Campaigns campaigns;
  private final DeliveryList list;
  private final ListFiles files;
  private final ListSearches searches;
  private final Access access;
  private final Redelivery redelivery;
  private final Audited audited;

  DeliveryPages(
      Deliveries deliveries,
      Outcomes outcomes,
      Campaigns campaigns,
      DeliveryList list,
      ListFiles files,
      ListSearches searches,
      Access access,
      Redelivery redelivery,
      Audited audited) {
    this.deliveries = deliveries;
    this.outcomes = outcomes;
    this.campaigns = campaigns;
    this.list = list;
    this.files = files;
    this.searches = searches;
    this.access = access;
    this.redelivery = redelivery;
    this.audited = audited;
  }

  @GetMapping(DeliveryList.PATH)
  @Needs(Permission.READ_DELIVERIES)
  String list(
      @RequestParam MultiValueMap<String, String> fields, Account account, Page page, Model model) {
    var asked = new Asked(DeliveryList.PATH, fields);
    var campaign = list.campaign(asked, account);
    var filter = list.filter(asked, campaign, account);
    model.addAttribute("list", searches.shown(list.of(asked, account, page).on(page), account));
    model.addAttribute("filter", filter);
    model.addAttribute("campaign", campaign);
    model.addAttribute(
        "mayResend",
        campaign != null
            && filter.status() != null
            && filter.status().maySendAgain()
            && access.may(account, Permission.SETTLE_DELIVERIES, campaign.unitId()));
    return "console/delivery/list";
  }

  @RequestMapping(
      path = DeliveryList.PATH,
      params = "tep",
      method = {RequestMethod.GET, RequestMethod.POST})
  @Needs(Permission.READ_DELIVERIES)
  void file(
      @RequestParam MultiValueMap<String, String> fields,
      Account account,
      Page page,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    files.send(
        list.of(new Asked(DeliveryList.PATH, fields), account, page),
        page,
        account,
        request,
        response);
  }

  @GetMapping("/luot-gui/{id}")
  @Needs(value = Permission.READ_DELIVERIES, of = Delivery.class)
  @Seen(as = "delivery.view", of = "delivery:{id}")
  String show(@PathVariable long id, Account account, Model model) {
    var delivery = deliveries.find(id).orElseThrow(() -> new Refusal("delivery.unknown"));
    model.addAttribute("delivery", delivery);
    model.addAttribute("attempts", deliveries.attempts(id));
    model.addAttribute("message", deliveries.message(id).orElse(null));
    boolean keeps = access.may(account, Permission.SETTLE_DELIVERIES, delivery.campaignUnitId());
    model.addAttribute("maySettle", keeps);
    model.addAttribute(
        "address", keeps ? DeliveryList.address(delivery) : DeliveryList.masked(delivery));
    return "console/delivery/show";
  }

  @PostMapping("/luot-gui/{id}/ket-luan")
  @Needs(value = Permission.SETTLE_DELIVERIES, of = Delivery.class)
  String settle(
      @PathVariable long id,
      @RequestParam Outcomes.Settlement settlement,
      Account account,
      RedirectAttributes redirect) {
    audited.act(
        account.actor(),
        "delivery." + settlement.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "delivery:" + id,
        "",
        () -> outcomes.settle(id, settlement, account.actor()));
    Flash.good(
            switch (settlement) {
              case WAS_SENT -> "delivery.flash.was-sent";
              case SEND_AGAIN -> "delivery.flash.send-again";
            })
        .on(redirect);
    return "redirect:/luot-gui/" + id;
  }

  /// Sends one failure again.
  @PostMapping("/luot-gui/{id}/gui-lai")
  @Needs(value = Permission.SETTLE_DELIVERIES, of = Delivery.class)
  String resend(@PathVariable long id, Account account, RedirectAttributes redirect) {
    int again =
        audited.act(
            account.actor(),
            "delivery.resend",
            "delivery:" + id,
            "",
            () -> redelivery.resend(List.of(id), account.actor()));
    (again > 0 ? Flash.good("delivery.flash.send-again") : Flash.bad("delivery.flash.not-failed"))
        .on(redirect);
    return "redirect:/luot-gui/" + id;
  }

  /// Sends everything in a campaign again that failed, or did not arrive; or on one channel of it.
  @PostMapping("/luot-gui/gui-lai")
  @Needs(Permission.SETTLE_DELIVERIES)
  String resendAll(
      @RequestParam(name = "chien-dich") long campaignId,
      @RequestParam(name = "trang-thai", defaultValue = "FAILED") DeliveryStatus status,
      @RequestParam(name = "kenh", defaultValue = "") String channelKey,
      Account account,
      RedirectAttributes redirect) {
    access.require(account, Permission.SETTLE_DELIVERIES, campaigns.get(campaignId).unitId());
    int again =
        audited.act(
            account.actor(),
            "delivery.resend-all",
            "campaign:" + campaignId,
            status + " " + channelKey,
            () ->
                redelivery.resendAll(
                    campaignId, status, list.channel(channelKey), account.actor()));
    Flash.good("delivery.flash.resent", again).on(redirect);
    return "redirect:/luot-gui?chien-dich=" + campaignId;
  }
}
