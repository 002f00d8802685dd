package vn.lantoa.console.people;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.audience.Duplicates;
import vn.lantoa.audience.Recipient;
import vn.lantoa.audience.Recipients;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Remit;
import vn.lantoa.security.Account;
import vn.lantoa.security.Role;

/// People an officer has on his lists more than once.
@Controller
class DuplicatePages {

  private static final String PATH = PeopleList.PATH + "/trung";

  private final Duplicates duplicates;
  private final Recipients recipients;
  private final PeopleDetails details;
  private final Remit remit;
  private final Audited audited;

  DuplicatePages(
      Duplicates duplicates,
      Recipients recipients,
      PeopleDetails details,
      Remit remit,
      Audited audited) {
    this.duplicates = duplicates;
    this.recipients = recipients;
    this.details = details;
    this.remit = remit;
    this.audited = audited;
  }

  @GetMapping(PATH)
  String show(Account account, Model model) {
    model.addAttribute(
        "groups", details.groups(duplicates.within(remit.top(account, Role.OFFICER))));
    return "console/people/duplicates";
  }

  @PostMapping(PATH + "/{keep}")
  String merge(
      @PathVariable long keep,
      @RequestParam long gone,
      Account account,
      RedirectAttributes redirect) {
    var kept = own(keep, account);
    own(gone, account);
    audited.act(
        account.actor(),
        "recipient.merge",
        "recipient:" + keep,
        "recipient:" + gone,
        () -> duplicates.merge(keep, gone));
    Flash.good("duplicates.flash.merged", kept.name()).on(redirect);
    return "redirect:" + PATH;
  }

  private Recipient own(long id, Account account) {
    var known = recipients.find(id).orElseThrow(() -> new Refusal("people.unknown"));
    remit.require(account, known.unitId(), Role.OFFICER);
    return known;
  }
}
