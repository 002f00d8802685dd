package vn.lantoa.console.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Older;
import vn.lantoa.console.frame.Paging;
import vn.lantoa.console.frame.Remit;
import vn.lantoa.delivery.Deliveries;
import vn.lantoa.delivery.Delivery;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.delivery.Outcomes;
import vn.lantoa.delivery.Redelivery;
import vn.lantoa.security.Account;
import vn.lantoa.security.Role;

/// The ledger, row by row: who got what, and if not, why.
@Controller
class DeliveryPages {

  private static final Role[] READERS = {Role.OFFICER, Role.APPROVER};

  private final Deliveries deliveries;
  private final Outcomes outcomes;
  private final Campaigns campaigns;
  private final Channels channels;
  private final Remit remit;
  private final Redelivery redelivery;
  private final Audited audited;

  DeliveryPages(
      Deliveries deliveries,
      Outcomes outcomes,
      Campaigns campaigns,
      Channels channels,
      Remit remit,
      Redelivery redelivery,
      Audited audited) {
    this.deliveries = deliveries;
    this.outcomes = outcomes;
    this.campaigns = campaigns;
    this.channels = channels;
    this.remit = remit;
    this.redelivery = redelivery;
    this.audited = audited;
  }

  @GetMapping("/luot-gui")
  String list(
      @RequestParam(name = "chien-dich", required = false) @Nullable Long campaignId,
      @RequestParam(name = "kenh", defaultValue = "") String channelKey,
      @RequestParam(name = "trang-thai", defaultValue = "") String statusName,
      @RequestParam(name = "q", defaultValue = "") String text,
      @RequestParam(name = "truoc", required = false) @Nullable Long before,
      Account account,
      Model model) {
    var campaign = campaignId == null ? null : readable(campaignId, account);
    var filter =
        new Deliveries.Filter(
            campaign == null ? remit.top(account, READERS) : campaign.unitId(),
            campaignId,
            channel(channelKey),
            status(statusName),
            text.strip());
    var fetched = deliveries.search(filter, before, Paging.FETCH);
    model.addAttribute("deliveries", Paging.shown(fetched));
    model.addAttribute("filter", filter);
    model.addAttribute("campaign", campaign);
    model.addAttribute("channels", channels.all());
    model.addAttribute("paging", Older.of(before, fetched, Delivery::id, url(filter)));
    model.addAttribute(
        "mayResend",
        campaign != null
            && filter.status() == DeliveryStatus.FAILED
            && remit.reaches(account, campaign.unitId(), Role.OFFICER));
    return "console/delivery/list";
  }

  @GetMapping("/luot-gui/{id}")
  String show(@PathVariable long id, Account account, Model model) {
    var delivery = readable(id, account, READERS);
    model.addAttribute("delivery", delivery);
    model.addAttribute("attempts", deliveries.attempts(id));
    model.addAttribute("message", deliveries.message(id).orElse(null));
    model.addAttribute(
        "maySettle",
        remit.reaches(account, campaigns.get(delivery.campaignId()).unitId(), Role.OFFICER));
    return "console/delivery/show";
  }

  @PostMapping("/luot-gui/{id}/ket-luan")
  String settle(
      @PathVariable long id,
      @RequestParam Outcomes.Settlement settlement,
      Account account,
      RedirectAttributes redirect) {
    readable(id, account, Role.OFFICER);
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
  String resend(@PathVariable long id, Account account, RedirectAttributes redirect) {
    readable(id, account, Role.OFFICER);
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

  /// Sends everything that failed in a campaign again, or on one channel of it.
  @PostMapping("/luot-gui/gui-lai")
  String resendAll(
      @RequestParam(name = "chien-dich") long campaignId,
      @RequestParam(name = "kenh", defaultValue = "") String channelKey,
      Account account,
      RedirectAttributes redirect) {
    remit.require(account, campaigns.get(campaignId).unitId(), Role.OFFICER);
    int again =
        audited.act(
            account.actor(),
            "delivery.resend-all",
            "campaign:" + campaignId,
            channelKey,
            () -> redelivery.resendAll(campaignId, channel(channelKey), null, account.actor()));
    Flash.good("delivery.flash.resent", again).on(redirect);
    return "redirect:/luot-gui?chien-dich=" + campaignId;
  }

  private Campaign readable(long campaignId, Account account) {
    var campaign = campaigns.get(campaignId);
    remit.require(account, campaign.unitId(), READERS);
    return campaign;
  }

  private Delivery readable(long id, Account account, Role... anyOf) {
    var delivery = deliveries.find(id).orElseThrow(() -> new Refusal("delivery.unknown"));
    remit.require(account, campaigns.get(delivery.campaignId()).unitId(), anyOf);
    return delivery;
  }

  private static UriComponentsBuilder url(Deliveries.Filter filter) {
    var url = UriComponentsBuilder.fromPath("/luot-gui");
    if (filter.campaignId() != null) {
      url.queryParam("chien-dich", filter.campaignId());
    }
    if (filter.channel() != null) {
      url.queryParam("kenh", filter.channel().key());
    }
    if (filter.status() != null) {
      url.queryParam("trang-thai", filter.status());
    }
    return url.queryParam("q", UriUtils.encode(filter.text(), StandardCharsets.UTF_8));
  }

  private @Nullable Channel channel(String key) {
    return channels.all().stream()
        .filter(channel -> channel.key().equals(key))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable DeliveryStatus status(String name) {
    return Arrays.stream(DeliveryStatus.values())
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
