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
import vn.lantoa.console.frame.Needs;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.frame.UnitOption;
import vn.lantoa.console.list.Asked;
import vn.lantoa.console.list.ListFiles;
import vn.lantoa.console.list.Listing;
import vn.lantoa.login.ReadableSecrets;
import vn.lantoa.login.SecondFactors;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Permission;
import vn.lantoa.security.Role;

/// Who may log in, for administrators.
@Controller
class AccountPages {

  private final Accounts accounts;
  private final OrgUnits units;
  private final Access access;
  private final Audited audited;
  private final ReadableSecrets passwords;
  private final SecondFactors factors;
  private final ReachedAccounts reached;
  private final AccountList list;
  private final ListFiles files;

  AccountPages(
      Accounts accounts,
      OrgUnits units,
      Access access,
      Audited audited,
      ReadableSecrets passwords,
      SecondFactors factors,
      ReachedAccounts reached,
      AccountList list,
      ListFiles files) {
    this.reached = reached;
    this.factors = factors;
    this.list = list;
    this.files = files;
    this.accounts = accounts;
    this.units = units;
    this.access = access;
    this.audited = audited;
    this.passwords = passwords;
  }

  @GetMapping(AccountList.PATH)
  @Needs(Permission.KEEP_ACCOUNTS)
  String list(
      @RequestParam MultiValueMap<String, String> fields, Account account, Page page, Model model) {
    model.addAttribute("list", listing(fields, account, page).on(page));
    model.addAttribute(
        "units", UnitOption.of(units.subtree(access.top(account, Permission.KEEP_ACCOUNTS))));
    model.addAttribute("roles", reached.roles(account));
    return "console/organisation/accounts";
  }

  @GetMapping(path = AccountList.PATH, params = "tep")
  @Needs(Permission.KEEP_ACCOUNTS)
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
    var rows = reached.by(account).stream().map(this::row).toList();
    return list.of(new Asked(AccountList.PATH, fields), rows, account, page);
  }

  @PostMapping("/tai-khoan")
  @Needs(Permission.KEEP_ACCOUNTS)
  String add(
      @RequestParam String username,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") List<Role> roles,
      @RequestParam("unit") long unitId,
      Account account,
      RedirectAttributes redirect) {
    access.require(account, Permission.KEEP_ACCOUNTS, unitId);
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
    if (!grants.stream().allMatch(grant -> access.mayGrant(account, grant))) {
      throw new Refusal("grant.operator-at-the-top");
    }
    var added =
        audited.act(
            account.actor(),
            "account.create",
            (Account made) -> "account:" + made.id(),
            username.strip(),
            () ->
                accounts.add(
                    username.strip(),
                    name.strip(),
                    address,
                    password,
                    true,
                    grants,
                    account.actor()));
    return shown(added, password, redirect);
  }

  @PostMapping("/tai-khoan/{id}/mat-khau")
  @Needs(value = Permission.KEEP_ACCOUNTS, of = Account.class)
  String reset(@PathVariable long id, Account account, RedirectAttributes redirect) {
    var other = reached.get(id, account);
    if (other.id() == account.id()) {
      throw new Refusal("account.own-password");
    }
    var password = passwords.password();
    audited.act(
        account.actor(),
        "account.reset-password",
        "account:" + id,
        other.username(),
        () -> accounts.resetPassword(id, password, account.actor()));
    return shown(other, password, redirect);
  }

  @PostMapping("/tai-khoan/{id}/khoa")
  @Needs(value = Permission.KEEP_ACCOUNTS, of = Account.class)
  String disable(@PathVariable long id, Account account, RedirectAttributes redirect) {
    return setActive(id, false, account, redirect);
  }

  @PostMapping("/tai-khoan/{id}/mo")
  @Needs(value = Permission.KEEP_ACCOUNTS, of = Account.class)
  String enable(@PathVariable long id, Account account, RedirectAttributes redirect) {
    return setActive(id, true, account, redirect);
  }

  private String setActive(long id, boolean active, Account account, RedirectAttributes redirect) {
    var other = reached.get(id, account);
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

  private AccountRow row(Account account) {
    return new AccountRow(
        account,
        factors.has(account.id()),
        account.grants().stream()
            .map(grant -> new AccountRow.GrantRow(grant.role(), units.get(grant.unitId()).name()))
            .toList());
  }
}
