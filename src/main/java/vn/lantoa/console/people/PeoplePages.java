package vn.lantoa.console.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import vn.lantoa.audience.Consents;
import vn.lantoa.audience.Recipient;
import vn.lantoa.audience.Recipients;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.FormFields;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.frame.Remit;
import vn.lantoa.console.list.Asked;
import vn.lantoa.console.list.ListFiles;
import vn.lantoa.security.Account;
import vn.lantoa.security.Role;

/// Whom we may speak to: finding a person, and what the person wants.
@Controller
class PeoplePages {

  private static final Role[] READERS = {Role.OFFICER, Role.APPROVER};

  private final Recipients recipients;
  private final Consents consents;
  private final ProofForm proofs;
  private final PeopleDetails details;
  private final PeopleList list;
  private final ListFiles files;
  private final Remit remit;

  PeoplePages(
      Recipients recipients,
      Consents consents,
      ProofForm proofs,
      PeopleDetails details,
      PeopleList list,
      ListFiles files,
      Remit remit) {
    this.list = list;
    this.files = files;
    this.recipients = recipients;
    this.consents = consents;
    this.proofs = proofs;
    this.details = details;
    this.remit = remit;
  }

  @GetMapping(PeopleList.PATH)
  String list(
      @RequestParam MultiValueMap<String, String> fields, Account account, Page page, Model model) {
    model.addAttribute("list", list.of(new Asked(PeopleList.PATH, fields), account, page).on(page));
    model.addAttribute("none", recipients.count(remit.top(account, READERS)) == 0);
    return "console/people/list";
  }

  @RequestMapping(
      path = PeopleList.PATH,
      params = "tep",
      method = {RequestMethod.GET, RequestMethod.POST})
  void file(
      @RequestParam MultiValueMap<String, String> fields,
      Account account,
      Page page,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var asked = new Asked(PeopleList.PATH, fields);
    files.send(list.of(asked, account, page), page, account, request, response);
  }

  @GetMapping("/nguoi-nhan/{id}")
  String show(@PathVariable long id, Account account, Model model) {
    var removed = recipients.findRemoved(id);
    if (removed.isPresent()) {
      remit.require(account, removed.get().unitId(), Role.OFFICER);
      model.addAttribute("person", removed.get());
      return "console/people/removed";
    }
    var recipient = visible(id, account, READERS);
    model.addAttribute(
        "view", details.of(recipient, remit.reaches(account, recipient.unitId(), Role.OFFICER)));
    model.addAttribute("proofs", proofs);
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
      @RequestParam MultiValueMap<String, String> fields,
      Account account,
      RedirectAttributes redirect) {
    var recipient = visible(id, account, Role.OFFICER);
    var form = FormFields.of(fields);
    var proof = proofs.read(form, recipient.audience(), told(form.text("source")));
    consents.optIn(id, proof, account.actor());
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
