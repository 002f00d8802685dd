package vn.lantoa.console.organisation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.common.EmailAddress;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.frame.Remit;
import vn.lantoa.console.frame.UnitOption;
import vn.lantoa.console.list.Asked;
import vn.lantoa.console.list.ListFiles;
import vn.lantoa.console.list.Listing;
import vn.lantoa.login.ReadableSecrets;
import vn.lantoa.login.SecondFactors;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Account;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;

/// Who may log in, for administrators: only accounts all of whose roles lie in their own subtree,
/// so that nobody gets hold of an account that reaches further than his own.
@Controller
class AccountPages {

  private final Accounts accounts;
  private final OrgUnits units;
  private final Remit remit;
  private final Audited audited;
  private final ReadableSecrets passwords;
  private final SecondFactors factors;
  private final AccountList list;
  private final ListFiles files;

  AccountPages(
      Accounts accounts,
      OrgUnits units,
      Remit remit,
      Audited audited,
      ReadableSecrets passwords,
      SecondFactors factors,
      AccountList list,
      ListFiles files) {
    this.factors = factors;
    this.list = list;
    this.files = files;
    this.accounts = accounts;
    this.units = units;
    this.remit = remit;
    this.audited = audited;
    this.passwords = passwords;
  }

  @GetMapping(AccountList.PATH)
  String list(
      @RequestParam MultiValueMap<String, String> fields, Account account, Page page, Model model) {
    model.addAttribute("list", listing(fields, account, page).on(page));
    model.addAttribute("units", UnitOption.of(units.subtree(remit.top(account, Role.ADMIN))));
    return "console/organisation/accounts";
  }

  @GetMapping(path = AccountList.PATH, params = "tep")
  void file(
      @RequestParam MultiValueMap<String, String> fields,
      Account account,
      Page page,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    files.send(listing(fields, account, page), page, account, request, response);
  }

  private Listing<AccountRow> listing(
      MultiValueMap<String, String> fields, Account account, Page page) {
    var reached =
        accounts.all().stream().filter(other -> reaches(account, other)).map(this::row).toList();
    return list.of(new Asked(AccountList.PATH, fields), reached, account, page);
  }

  @PostMapping("/tai-khoan")
  String add(
      @RequestParam String username,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") List<Role> roles,
      @RequestParam("unit") long unitId,
      Account account,
      RedirectAttributes redirect) {
    remit.require(account, unitId, Role.ADMIN);
    if (username.isBlank() || name.isBlank()) {
      throw new Refusal("account.incomplete");
    }
    var address =
        email.isBlank()
            ? null
            : EmailAddress.parse(email)
                .map(EmailAddress::value)
                .orElseThrow(() -> new Refusal("account.email-wrong", email));
    var password = passwords.password();
    var grants = roles.stream().map(role -> new Grant(role, unitId)).toList();
    var added =
        audited.act(
            account.actor(),
            "account.create",
            (Account made) -> "account:" + made.id(),
            username.strip(),
            () -> accounts.add(username.strip(), name.strip(), address, password, true, grants));
    return shown(added, password, redirect);
  }

  @PostMapping("/tai-khoan/{id}/mat-khau")
  String reset(@PathVariable long id, Account account, RedirectAttributes redirect) {
    var other = within(id, account);
    var password = passwords.password();
    audited.act(
        account.actor(),
        "account.reset-password",
        "account:" + id,
        other.username(),
        () -> accounts.resetPassword(id, password));
    return shown(other, password, redirect);
  }

  @PostMapping("/tai-khoan/{id}/khoa")
  String disable(@PathVariable long id, Account account, RedirectAttributes redirect) {
    return setActive(id, false, account, redirect);
  }

  @PostMapping("/tai-khoan/{id}/mo")
  String enable(@PathVariable long id, Account account, RedirectAttributes redirect) {
    return setActive(id, true, account, redirect);
  }

  private String setActive(long id, boolean active, Account account, RedirectAttributes redirect) {
    var other = within(id, account);
    if (other.id() == account.id()) {
      throw new Refusal("account.self");
    }
    audited.act(
        account.actor(),
        active ? "account.open" : "account.close",
        "account:" + id,
        other.username(),
        () -> accounts.setActive(id, active));
    Flash.good(active ? "account.flash.opened" : "account.flash.closed", other.name()).on(redirect);
    return "redirect:/tai-khoan";
  }

  /// Shows the password once, on the next page; it is stored nowhere in clear.
  private static String shown(Account account, String password, RedirectAttributes redirect) {
    redirect.addFlashAttribute(
        "secret", new FirstPassword(account.name(), account.username(), password));
    return "redirect:/tai-khoan";
  }

  private Account within(long id, Account account) {
    var other = accounts.get(id);
    if (!reaches(account, other)) {
      throw new Refusal("account.unknown");
    }
    return other;
  }

  private boolean reaches(Account admin, Account other) {
    return other.grants().stream()
        .allMatch(grant -> remit.reaches(admin, grant.unitId(), Role.ADMIN));
  }

  private AccountRow row(Account account) {
    return new AccountRow(
        account,
        factors.has(account.id()),
        account.grants().stream()
            .map(grant -> new AccountRow.GrantRow(grant.role(), units.get(grant.unitId()).name()))
            .toList());
  }
}
