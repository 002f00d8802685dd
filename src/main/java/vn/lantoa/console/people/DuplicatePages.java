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
import vn.lantoa.console.frame.Needs;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// People an officer has on his lists more than once.
@Controller
class DuplicatePages {

  private static final String PATH = PeopleList.PATH + "/trung";

  private final Duplicates duplicates;
  private final Recipients recipients;
  private final PeopleDetails details;
  private final Access access;
  private final Audited audited;

  DuplicatePages(
      Duplicates duplicates,
      Recipients recipients,
      PeopleDetails details,
      Access access,
      Audited audited) {
    this.duplicates = duplicates;
    this.recipients = recipients;
    this.details = details;
    this.access = access;
    this.audited = audited;
  }

  @GetMapping(PATH)
  @Needs(Permission.KEEP_PEOPLE)
  String show(Account account, Model model) {
    model.addAttribute(
        "groups", details.groups(duplicates.within(access.top(account, Permission.KEEP_PEOPLE))));
    return "console/people/duplicates";
  }

  @PostMapping(PATH + "/{id}")
  @Needs(value = Permission.KEEP_PEOPLE, of = Recipient.class)
  String merge(
      @PathVariable long id,
      @RequestParam long gone,
      Account account,
      RedirectAttributes redirect) {
    var kept = known(id);
    access.require(account, Permission.KEEP_PEOPLE, known(gone).unitId());
    audited.act(
        account.actor(),
        "recipient.merge",
        "recipient:" + id,
        "recipient:" + gone,
        () -> duplicates.merge(id, gone));
    Flash.good("duplicates.flash.merged", kept.name()).on(redirect);
    return "redirect:" + PATH;
  }

  private Recipient known(long id) {
    return recipients.find(id).orElseThrow(() -> new Refusal("people.unknown"));
  }
}
