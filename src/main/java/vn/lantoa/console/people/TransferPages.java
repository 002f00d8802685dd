package vn.lantoa.console.people;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.audience.Transfers;
import vn.lantoa.audience.Transfers.Request;
import vn.lantoa.common.Channel;
import vn.lantoa.common.EmailAddress;
import vn.lantoa.common.PhoneNumber;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// People who have moved: asking another unit for them, and answering those that ask.
@Controller
class TransferPages {

  private static final String PATH = PeopleList.PATH + "/chuyen";

  private final Transfers transfers;
  private final PeopleDetails details;
  private final Access access;
  private final Audited audited;

  TransferPages(Transfers transfers, PeopleDetails details, Access access, Audited audited) {
    this.transfers = transfers;
    this.details = details;
    this.access = access;
    this.audited = audited;
  }

  @GetMapping(PATH)
  @Needs(Permission.KEEP_PEOPLE)
  String show(Account account, Model model) {
    model.addAttribute("units", details.units(access.top(account, Permission.KEEP_PEOPLE)));
    model.addAttribute("waiting", transfers.waiting(OwnScope.of(account)));
    return "console/people/transfers";
  }

  /// The answer is the same whether anybody has the person or not.
  @PostMapping(PATH)
  @Needs(Permission.KEEP_PEOPLE)
  String ask(
      @RequestParam long unit,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String address,
      Account account,
      RedirectAttributes redirect) {
    access.require(account, Permission.KEEP_PEOPLE, unit);
    if (name.isBlank() || name.length() > 120) {
      throw new Refusal("people.transfer-incomplete");
    }
    var phone = PhoneNumber.parse(address).map(PhoneNumber::e164);
    var found =
        phone
            .or(() -> EmailAddress.parse(address).map(EmailAddress::value))
            .orElseThrow(() -> new Refusal("people.transfer-incomplete"));
    audited.act(
        account.actor(),
        "recipient.transfer-ask",
        "unit:" + unit,
        "",
        () ->
            transfers.ask(
                unit,
                name,
                phone.isPresent() ? Channel.SMS : Channel.EMAIL,
                found,
                OwnScope.of(account),
                account.actor()));
    Flash.good("transfer.flash.asked").on(redirect);
    return "redirect:" + PATH;
  }

  @PostMapping(PATH + "/{id}/dong-y")
  @Needs(value = Permission.KEEP_PEOPLE, of = Request.class)
  String agree(@PathVariable long id, Account account, RedirectAttributes redirect) {
    return answer(id, true, account, redirect);
  }

  @PostMapping(PATH + "/{id}/khong")
  @Needs(value = Permission.KEEP_PEOPLE, of = Request.class)
  String decline(@PathVariable long id, Account account, RedirectAttributes redirect) {
    return answer(id, false, account, redirect);
  }

  private String answer(long id, boolean agreed, Account account, RedirectAttributes redirect) {
    var request = transfers.find(id).orElseThrow(() -> new Refusal("people.transfer-answered"));
    audited.act(
        account.actor(),
        agreed ? "recipient.transfer" : "recipient.transfer-decline",
        "recipient:" + request.recipientId(),
        request.unit() + " → " + request.toUnit(),
        () -> transfers.answer(id, agreed, account.actor()));
    Flash.good(
            agreed ? "transfer.flash.agreed" : "transfer.flash.declined",
            request.name(),
            request.toUnit())
        .on(redirect);
    return "redirect:" + PATH;
  }
}
