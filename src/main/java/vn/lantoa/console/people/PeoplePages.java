package vn.lantoa.console.people;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import vn.lantoa.audience.Consents;
import vn.lantoa.audience.Recipient;
import vn.lantoa.audience.Recipients;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Paging;
import vn.lantoa.console.frame.Remit;
import vn.lantoa.security.Account;
import vn.lantoa.security.Role;

/// Whom we may speak to: finding a person, and what the person wants.
@Controller
class PeoplePages {

  private static final Role[] READERS = {Role.OFFICER, Role.APPROVER};

  private final Recipients recipients;
  private final Consents consents;
  private final PeopleDetails details;
  private final Remit remit;

  PeoplePages(Recipients recipients, Consents consents, PeopleDetails details, Remit remit) {
    this.recipients = recipients;
    this.consents = consents;
    this.details = details;
    this.remit = remit;
  }

  @GetMapping("/nguoi-nhan")
  String list(
      @RequestParam(name = "q", defaultValue = "") String text,
      @RequestParam(name = "don-vi", defaultValue = "0") long unitId,
      @RequestParam(name = "trang", defaultValue = "1") int number,
      Account account,
      Model model) {
    long top = remit.top(account, READERS);
    long within = unitId == 0 ? top : unitId;
    remit.require(account, within, READERS);
    var fetched = recipients.search(within, text.strip(), Paging.offset(number), Paging.FETCH);
    model.addAttribute("rows", details.rows(Paging.shown(fetched)));
    model.addAttribute("units", details.units(top));
    model.addAttribute("unitId", within);
    model.addAttribute("text", text);
    model.addAttribute("total", recipients.count(within));
    model.addAttribute(
        "paging",
        Paging.of(
            number,
            fetched,
            UriComponentsBuilder.fromPath("/nguoi-nhan")
                .queryParam("q", UriUtils.encode(text, StandardCharsets.UTF_8))
                .queryParam("don-vi", within)));
    return "console/people/list";
  }

  @GetMapping("/nguoi-nhan/{id}")
  String show(@PathVariable long id, Account account, Model model) {
    var recipient = visible(id, account, READERS);
    model.addAttribute(
        "view", details.of(recipient, remit.reaches(account, recipient.unitId(), Role.OFFICER)));
    return "console/people/show";
  }

  @PostMapping("/nguoi-nhan/{id}/tu-choi")
  String optOut(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String source,
      Account account,
      RedirectAttributes redirect) {
    visible(id, account, Role.OFFICER);
    consents.optOut(id, told(source), account.actor());
    Flash.good("people.flash.opted-out").on(redirect);
    return "redirect:/nguoi-nhan/" + id;
  }

  @PostMapping("/nguoi-nhan/{id}/dong-y")
  String optIn(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String source,
      Account account,
      RedirectAttributes redirect) {
    visible(id, account, Role.OFFICER);
    consents.optIn(id, told(source), account.actor());
    Flash.good("people.flash.opted-in").on(redirect);
    return "redirect:/nguoi-nhan/" + id;
  }

  /// Consent without its source is worth nothing when somebody asks for it.
  private static String told(String source) {
    if (source.isBlank()) {
      throw new Refusal("people.source-missing");
    }
    return source.strip();
  }

  private Recipient visible(long id, Account account, Role... anyOf) {
    var recipient = recipients.find(id).orElseThrow(() -> new Refusal("people.unknown"));
    remit.require(account, recipient.unitId(), anyOf);
    return recipient;
  }
}
