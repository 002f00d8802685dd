package vn.lantoa.console.people;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.audience.Consents;
import vn.lantoa.audience.Recipient;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// Those somebody chose in the list want nothing more: first it says who they are and asks how they
/// said so, then it is written down for all of them or for none.
@Controller
class ChosenPeople {

  private static final String PATH = PeopleList.PATH + "/chon/tu-choi";

  private final PeopleList list;
  private final Consents consents;
  private final Access access;
  private final Audited audited;

  ChosenPeople(PeopleList list, Consents consents, Access access, Audited audited) {
    this.list = list;
    this.consents = consents;
    this.access = access;
    this.audited = audited;
  }

  @PostMapping(PATH)
  @Needs(Permission.KEEP_PEOPLE)
  String ask(
      @RequestParam(name = "chon", defaultValue = "") List<Long> ids,
      Account account,
      Model model) {
    model.addAttribute("chosen", chosen(ids, account));
    model.addAttribute("missing", false);
    return "console/people/opt-out";
  }

  @PostMapping(path = PATH, params = "source")
  @Needs(Permission.KEEP_PEOPLE)
  String optOut(
      @RequestParam(name = "chon", defaultValue = "") List<Long> ids,
      @RequestParam String source,
      Account account,
      Model model,
      RedirectAttributes redirect) {
    var chosen = chosen(ids, account);
    if (source.isBlank()) {
      model.addAttribute("chosen", chosen);
      model.addAttribute("missing", true);
      return "console/people/opt-out";
    }
    var inOrder = chosen.stream().map(Recipient::id).sorted().toList();
    audited.act(
        account.actor(),
        "recipient.opt-out",
        inOrder.stream().map(id -> "recipient:" + id).toList(),
        source.strip(),
        () ->
            inOrder.forEach(
                id -> consents.optOut(id, source.strip(), OwnScope.of(account), account.actor())));
    Flash.good("people.flash.opted-out-many", chosen.size()).on(redirect);
    return "redirect:" + PeopleList.PATH;
  }

  /// One that is not his spoils the whole choice.
  private List<Recipient> chosen(List<Long> ids, Account account) {
    if (ids.isEmpty()) {
      throw new Refusal("list.none-chosen");
    }
    var chosen = list.named(ids.stream().distinct().toList());
    if (chosen.size() < ids.stream().distinct().count()) {
      throw new Refusal("people.unknown");
    }
    chosen.stream()
        .map(Recipient::unitId)
        .distinct()
        .forEach(unit -> access.require(account, Permission.KEEP_PEOPLE, unit));
    return chosen;
  }
}
