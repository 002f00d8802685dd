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
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.FormFields;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.frame.Seen;
import vn.lantoa.console.list.Asked;
import vn.lantoa.console.list.ListFiles;
import vn.lantoa.console.list.ListSearches;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// Whom we may speak to: finding a person, and what the person wants.
@Controller
class PeoplePages {

  private final Recipients recipients;
  private final Consents consents;
  private final ProofForm proofs;
  private final PeopleDetails details;
  private final PeopleList list;
  private final ListFiles files;
  private final ListSearches searches;
  private final Access access;
  private final Audited audited;

  PeoplePages(
      Recipients recipients,
      Consents consents,
      ProofForm proofs,
      PeopleDetails details,
      PeopleList list,
      ListFiles files,
      ListSearches searches,
      Access access,
      Audited audited) {
    this.list = list;
    this.searches = searches;
    this.audited = audited;
    this.files = files;
    this.recipients = recipients;
    this.consents = consents;
    this.proofs = proofs;
    this.details = details;
    this.access = access;
  }

  @GetMapping(PeopleList.PATH)
  @Needs(Permission.READ_PEOPLE)
  String list(
      @RequestParam MultiValueMap<String, String> fields, Account account, Page page, Model model) {
    var shown = list.of(new Asked(PeopleList.PATH, fields), account, page).on(page);
    model.addAttribute("list", searches.shown(shown, account));
    model.addAttribute("none", recipients.count(access.top(account, Permission.READ_PEOPLE)) == 0);
    return "console/people/list";
  }

  @RequestMapping(
      path = PeopleList.PATH,
      params = "tep",
      method = {RequestMethod.GET, RequestMethod.POST})
  @Needs(Permission.READ_PEOPLE)
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
  @Needs(value = Permission.READ_PEOPLE, of = Recipient.class)
  @Seen(as = "recipient.view", of = "recipient:{id}")
  String show(@PathVariable long id, Account account, Model model) {
    var removed = recipients.findRemoved(id);
    if (removed.isPresent()) {
      access.require(account, Permission.KEEP_PEOPLE, removed.get().unitId());
      model.addAttribute("person", removed.get());
      return "console/people/removed";
    }
    var recipient = recipients.find(id).orElseThrow(() -> new Refusal("people.unknown"));
    model.addAttribute(
        "view",
        details.of(
            recipient,
            access.may(account, Permission.KEEP_PEOPLE, recipient.unitId()),
            OwnScope.of(account)));
    model.addAttribute("proofs", proofs);
    return "console/people/show";
  }

  @PostMapping("/nguoi-nhan/{id}/tu-choi")
  @Needs(value = Permission.KEEP_PEOPLE, of = Recipient.class)
  String optOut(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String source,
      Account account,
      RedirectAttributes redirect) {
    var said = told(source);
    audited.act(
        account.actor(),
        "recipient.opt-out",
        "recipient:" + id,
        // What was said may name the person; the history of consents knows it.
        "",
        () -> consents.optOut(id, said, OwnScope.of(account), account.actor()));
    Flash.good("people.flash.opted-out").on(redirect);
    return "redirect:/nguoi-nhan/" + id;
  }

  @PostMapping("/nguoi-nhan/{id}/dong-y")
  @Needs(value = Permission.KEEP_PEOPLE, of = Recipient.class)
  String optIn(
      @PathVariable long id,
      @RequestParam MultiValueMap<String, String> fields,
      Account account,
      RedirectAttributes redirect) {
    var recipient = recipients.find(id).orElseThrow(() -> new Refusal("people.unknown"));
    var form = FormFields.of(fields);
    var proof = proofs.read(form, recipient.audience(), told(form.text("source")));
    audited.act(
        account.actor(),
        "recipient.opt-in",
        "recipient:" + id,
        "",
        () -> consents.optIn(id, proof, OwnScope.of(account), account.actor()));
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
}
