package vn.lantoa.console.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.list.Asked;
import vn.lantoa.console.list.ListFiles;
import vn.lantoa.delivery.Deliveries;
import vn.lantoa.delivery.Outcomes.Settlement;
import vn.lantoa.delivery.Uncertainties;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// The desk for what is uncertain: what the provider says, and what a person makes of it.
@Controller
class UncertainPages {

  private final Uncertainties uncertainties;
  private final Deliveries deliveries;
  private final UncertainList list;
  private final ListFiles files;
  private final Access access;
  private final Audited audited;

  UncertainPages(
      Uncertainties uncertainties,
      Deliveries deliveries,
      UncertainList list,
      ListFiles files,
      Access access,
      Audited audited) {
    this.uncertainties = uncertainties;
    this.deliveries = deliveries;
    this.list = list;
    this.files = files;
    this.access = access;
    this.audited = audited;
  }

  /// What a person may choose for those he ticked.
  enum Decision {
    WAS_SENT,
    SEND_AGAIN,
    LEAVE,
    /// Ask the provider once more.
    ASK
  }

  @GetMapping("/chua-ro")
  @Needs(Permission.READ_DELIVERIES)
  String list(
      @RequestParam MultiValueMap<String, String> fields, Account account, Page page, Model model) {
    var asked = new Asked("/chua-ro", fields);
    model.addAttribute("list", list.of(asked, account, page).on(page));
    model.addAttribute("left", UncertainList.left(asked));
    return "console/delivery/uncertain";
  }

  @RequestMapping(
      path = "/chua-ro",
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
    var asked = new Asked("/chua-ro", fields);
    files.send(list.of(asked, account, page), page, account, request, response);
  }

  @PostMapping("/chua-ro")
  @Needs(Permission.SETTLE_DELIVERIES)
  String decide(
      @RequestParam(name = "chon", required = false) Set<Long> ids,
      @RequestParam Decision decision,
      @RequestParam(name = "de-lai", defaultValue = "false") boolean left,
      Account account,
      RedirectAttributes redirect) {
    var here = left ? "redirect:/chua-ro?de-lai=true" : "redirect:/chua-ro";
    if (ids == null || ids.isEmpty()) {
      Flash.bad("uncertain.flash.none").on(redirect);
      return here;
    }
    ids.stream().distinct().forEach(id -> requireReach(id, account));
    int done =
        switch (decision) {
          case WAS_SENT -> settle(ids, Settlement.WAS_SENT, account);
          case SEND_AGAIN -> settle(ids, Settlement.SEND_AGAIN, account);
          case LEAVE -> leave(ids, account);
          case ASK -> ask(ids);
        };
    if (done == 0) {
      Flash.bad("uncertain.flash.none-done").on(redirect);
      return here;
    }
    Flash.good(
            "uncertain.flash." + decision.name().toLowerCase(Locale.ROOT).replace('_', '-'), done)
        .on(redirect);
    return here;
  }

  private int settle(Collection<Long> ids, Settlement settlement, Account account) {
    int settled = 0;
    for (var id : ids) {
      settled +=
          audited.act(
              account.actor(),
              "delivery." + settlement.name().toLowerCase(Locale.ROOT).replace('_', '-'),
              "delivery:" + id,
              "",
              () -> uncertainties.settle(List.of(id), settlement, account.actor()));
    }
    return settled;
  }

  private int leave(Collection<Long> ids, Account account) {
    for (var id : ids) {
      audited.act(
          account.actor(),
          "delivery.leave",
          "delivery:" + id,
          "",
          () -> uncertainties.leave(List.of(id)));
    }
    return ids.size();
  }

  private int ask(Collection<Long> ids) {
    uncertainties.ask(ids);
    return ids.size();
  }

  private void requireReach(long id, Account account) {
    var delivery =
        deliveries.find(id).orElseThrow(() -> new vn.lantoa.common.Refusal("delivery.unknown"));
    access.require(account, Permission.SETTLE_DELIVERIES, delivery.campaignUnitId());
  }
}
