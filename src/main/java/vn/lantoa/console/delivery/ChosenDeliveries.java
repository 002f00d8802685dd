package vn.lantoa.console.delivery;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.delivery.Deliveries;
import vn.lantoa.delivery.Delivery;
import vn.lantoa.delivery.Redelivery;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// Sends those somebody chose in the list again: first it says how many that are, then it does it.
@Controller
class ChosenDeliveries {

  private final Deliveries deliveries;
  private final Redelivery redelivery;
  private final Access access;
  private final Audited audited;

  ChosenDeliveries(Deliveries deliveries, Redelivery redelivery, Access access, Audited audited) {
    this.deliveries = deliveries;
    this.redelivery = redelivery;
    this.access = access;
    this.audited = audited;
  }

  @PostMapping("/luot-gui/chon/gui-lai")
  @Needs(Permission.SETTLE_DELIVERIES)
  String ask(
      @RequestParam(name = "chon", defaultValue = "") List<Long> ids,
      Account account,
      Model model) {
    var chosen = chosen(ids, account);
    model.addAttribute("chosen", chosen);
    model.addAttribute("again", redelivery.resendable(chosen.stream().map(Delivery::id).toList()));
    return "console/delivery/resend";
  }

  @PostMapping(path = "/luot-gui/chon/gui-lai", params = "chac-chan")
  @Needs(Permission.SETTLE_DELIVERIES)
  String resend(
      @RequestParam(name = "chon", defaultValue = "") List<Long> ids,
      Account account,
      RedirectAttributes redirect) {
    var chosen = chosen(ids, account);
    int again =
        // In order: two people who chose the same do not wait for each other.
        chosen.stream()
            .sorted(Comparator.comparingLong(Delivery::id))
            // One that must not go out again keeps none of the others from it.
            .filter(one -> redelivery.resendable(List.of(one.id())) > 0)
            .mapToInt(one -> resend(one.id(), account))
            .sum();
    (again > 0
            ? Flash.good("delivery.flash.resent", again)
            : Flash.bad("delivery.flash.none-resent"))
        .on(redirect);
    var ofCampaigns = chosen.stream().map(Delivery::campaignId).distinct().toList();
    return "redirect:"
        + DeliveryList.PATH
        + (ofCampaigns.size() == 1 && !chosen.getFirst().isNotice()
            ? "?chien-dich=" + ofCampaigns.getFirst()
            : "");
  }

  private int resend(long id, Account account) {
    return audited.act(
        account.actor(),
        "delivery.resend",
        "delivery:" + id,
        "",
        () -> redelivery.resend(List.of(id), account.actor()));
  }

  /// One that is not his spoils the whole choice.
  private List<Delivery> chosen(List<Long> ids, Account account) {
    if (ids.isEmpty()) {
      throw new Refusal("list.none-chosen");
    }
    var chosen =
        ids.stream()
            .distinct()
            .map(id -> deliveries.find(id).orElseThrow(() -> new Refusal("delivery.unknown")))
            .toList();
    chosen.stream()
        .map(Delivery::campaignUnitId)
        .distinct()
        .forEach(unit -> access.require(account, Permission.SETTLE_DELIVERIES, unit));
    return chosen;
  }
}
