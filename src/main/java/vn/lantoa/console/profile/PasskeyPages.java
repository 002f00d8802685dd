package vn.lantoa.console.profile;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.LoginOrigins;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.login.OwnPasswords;
import vn.lantoa.login.Passkeys;
import vn.lantoa.login.Ticket;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// A person's own passkeys. What decides who gets in asks for the password; a name does not.
@Controller
class PasskeyPages {

  private static final String PATH = SessionPages.PATH + "/khoa";

  private final Passkeys passkeys;
  private final OwnPasswords passwords;
  private final LoginOrigins origins;
  private final FirstFactor first;
  private final Audited audited;

  PasskeyPages(
      Passkeys passkeys,
      OwnPasswords passwords,
      LoginOrigins origins,
      FirstFactor first,
      Audited audited) {
    this.passkeys = passkeys;
    this.passwords = passwords;
    this.origins = origins;
    this.first = first;
    this.audited = audited;
  }

  @PostMapping(PATH)
  @Needs(Permission.KEEP_PROFILE)
  String offer(
      @RequestParam String name,
      @RequestParam String present,
      Account account,
      Ticket ticket,
      HttpServletRequest request) {
    passwords.confirm(account, origins.buildDetails(request), present);
    passkeys.offer(account, ticket, name);
    return "redirect:" + SessionPages.PATH;
  }

  /// @param passkey what the browser made
  @PostMapping(PATH + "/xac-nhan")
  @Needs(Permission.KEEP_PROFILE)
  String add(
      @RequestParam String passkey, Account account, Ticket ticket, RedirectAttributes redirect) {
    var codes =
        audited.act(
            account.actor(),
            "account.add-passkey",
            "account:" + account.id(),
            "",
            () -> first.endsOthers(passkeys.add(account, ticket, passkey), account, ticket));
    FirstFactor.said(codes, "profile.passkey.added").on(redirect);
    return CodesOnce.shown(codes, redirect);
  }

  @PostMapping(PATH + "/{id}/ten")
  @Needs(Permission.KEEP_PROFILE)
  String rename(
      @PathVariable long id,
      @RequestParam String name,
      Account account,
      RedirectAttributes redirect) {
    audited.act(
        account.actor(),
        "account.rename-passkey",
        "account:" + account.id(),
        "passkey:" + id,
        () -> passkeys.rename(account.id(), id, name));
    Flash.good("profile.passkey.renamed").on(redirect);
    return "redirect:" + SessionPages.PATH;
  }

  @PostMapping(PATH + "/{id}/go")
  @Needs(Permission.KEEP_PROFILE)
  String remove(
      @PathVariable long id,
      @RequestParam String present,
      Account account,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    passwords.confirm(account, origins.buildDetails(request), present);
    audited.act(
        account.actor(),
        "account.remove-passkey",
        "account:" + account.id(),
        "passkey:" + id,
        () -> passkeys.remove(account.id(), id));
    Flash.good("profile.passkey.removed").on(redirect);
    return "redirect:" + SessionPages.PATH;
  }
}
