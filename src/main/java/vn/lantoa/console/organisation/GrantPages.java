package vn.lantoa.console.organisation;

import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.common.Refusal;
import vn.lantoa.common.Zones;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.console.frame.UnitOption;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Grants;
import vn.lantoa.security.Grants.Term;
import vn.lantoa.security.Permission;
import vn.lantoa.security.Role;

/// One account: which roles it holds where, from when to when, and whom it stands in for.
@Controller
class GrantPages {

  private final Grants grants;
  private final ReachedAccounts reached;
  private final OrgUnits units;
  private final Access access;
  private final Audited audited;
  private final InstantSource clock;

  GrantPages(
      Grants grants,
      ReachedAccounts reached,
      OrgUnits units,
      Access access,
      Audited audited,
      InstantSource clock) {
    this.grants = grants;
    this.reached = reached;
    this.units = units;
    this.access = access;
    this.audited = audited;
    this.clock = clock;
  }

  @GetMapping("/tai-khoan/{id}")
  @Needs(value = Permission.KEEP_ACCOUNTS, of = Account.class)
  String show(@PathVariable long id, Account account, Model model) {
    var shown = reached.get(id, account);
    model.addAttribute("shown", shown);
    model.addAttribute("own", shown.id() == account.id());
    model.addAttribute("grants", grants.of(id).stream().map(term -> row(term, account)).toList());
    model.addAttribute("roles", reached.roles(account));
    model.addAttribute(
        "units", UnitOption.of(units.subtree(access.top(account, Permission.KEEP_ACCOUNTS))));
    model.addAttribute(
        "others",
        reached.by(account).stream().filter(other -> other.id() != id && other.active()).toList());
    return "console/organisation/account";
  }

  private GrantRow row(Term term, Account account) {
    var state = term.at(clock.instant());
    return new GrantRow(
        term.id(),
        term.role(),
        units.get(term.unitId()).name(),
        LocalDate.ofInstant(term.from(), Zones.VIETNAM),
        // The first moment after it belongs to the next day.
        term.to() == null ? null : LocalDate.ofInstant(term.to().minusMillis(1), Zones.VIETNAM),
        term.principal(),
        term.grantedBy(),
        term.reason(),
        state,
        state != Grants.State.OVER
            && term.accountId() != account.id()
            && access.mayGrant(account, term.grant()));
  }

  @PostMapping("/tai-khoan/{id}/quyen")
  @Needs(value = Permission.KEEP_ACCOUNTS, of = Account.class)
  String give(
      @PathVariable long id,
      @RequestParam Role role,
      @RequestParam long unit,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable Long standsInFor,
      @RequestParam(defaultValue = "") String reason,
      Account account,
      RedirectAttributes redirect) {
    var holder = reached.get(id, account);
    if (!access.mayGrant(account, new Grant(role, unit))) {
      throw new Refusal("access.foreign-unit");
    }
    if (standsInFor != null) {
      reached.get(standsInFor, account);
    }
    var form = new GrantForm(role, unit, from, to, standsInFor, reason);
    audited.act(
        account.actor(),
        "account.grant",
        "account:" + id,
        role + " unit:" + unit + (standsInFor == null ? "" : " for account:" + standsInFor),
        () -> grants.give(form.of(id, today()), account.actor()));
    Flash.good("grant.flash.given", holder.name()).on(redirect);
    return "redirect:/tai-khoan/" + id;
  }

  /// @param to the last day it is held; null: it ends now
  @PostMapping("/tai-khoan/{id}/quyen/{grant}/ket-thuc")
  @Needs(value = Permission.KEEP_ACCOUNTS, of = Account.class)
  String end(
      @PathVariable long id,
      @PathVariable long grant,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      Account account,
      RedirectAttributes redirect) {
    var term = grants.get(grant);
    if (term.accountId() != id || !access.mayGrant(account, term.grant())) {
      throw new Refusal("grant.unknown");
    }
    var at = to == null ? clock.instant() : GrantForm.begin(to.plusDays(1));
    audited.act(
        account.actor(),
        "account.end-grant",
        "account:" + id,
        term.role() + " unit:" + term.unitId(),
        () -> grants.end(grant, at, account.actor()));
    Flash.good("grant.flash.ended").on(redirect);
    return "redirect:/tai-khoan/" + id;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Zones.VIETNAM);
  }
}
