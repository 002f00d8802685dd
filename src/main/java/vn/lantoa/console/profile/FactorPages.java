package vn.lantoa.console.profile;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.LoginOrigins;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.login.OwnPasswords;
import vn.lantoa.login.SecondFactors;
import vn.lantoa.login.Ticket;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// A person's own authenticator app and recovery codes. Every change asks for the password: a
/// computer that was left open gives nobody a key for later.
@Controller
class FactorPages {

  private static final String PATH = SessionPages.PATH + "/ung-dung";

  private final SecondFactors factors;
  private final OwnPasswords passwords;
  private final LoginOrigins origins;
  private final FirstFactor first;
  private final Audited audited;

  FactorPages(
      SecondFactors factors,
      OwnPasswords passwords,
      LoginOrigins origins,
      FirstFactor first,
      Audited audited) {
    this.factors = factors;
    this.passwords = passwords;
    this.origins = origins;
    this.first = first;
    this.audited = audited;
  }

  @PostMapping(PATH)
  @Needs(Permission.KEEP_PROFILE)
  String offer(@RequestParam String present, Account account, HttpServletRequest request) {
    passwords.confirm(account, origins.buildDetails(request), present);
    factors.offer(account);
    return "redirect:" + SessionPages.PATH;
  }

  @PostMapping(PATH + "/xac-nhan")
  @Needs(Permission.KEEP_PROFILE)
  String prove(
      @RequestParam String code, Account account, Ticket ticket, RedirectAttributes redirect) {
    var codes =
        audited.act(
            account.actor(),
            "account.add-second-factor",
            "account:" + account.id(),
            "",
            () -> first.endsOthers(factors.prove(account, code), account, ticket));
    FirstFactor.said(codes, "profile.factor.proved").on(redirect);
    return CodesOnce.shown(codes, redirect);
  }

  @PostMapping(PATH + "/ma-du-phong")
  @Needs(Permission.KEEP_PROFILE)
  String renew(
      @RequestParam String present,
      Account account,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    passwords.confirm(account, origins.buildDetails(request), present);
    var codes =
        audited.act(
            account.actor(),
            "account.renew-recovery-codes",
            "account:" + account.id(),
            "",
            () -> factors.renewRecoveryCodes(account.id()));
    return CodesOnce.shown(codes, redirect);
  }

  @PostMapping(PATH + "/go")
  @Needs(Permission.KEEP_PROFILE)
  String remove(
      @RequestParam String present,
      Account account,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    passwords.confirm(account, origins.buildDetails(request), present);
    audited.act(
        account.actor(),
        "account.remove-second-factor",
        "account:" + account.id(),
        "",
        () -> factors.removeApp(account.id()));
    Flash.good(factors.has(account.id()) ? "profile.factor.app.removed" : "profile.factor.removed")
        .on(redirect);
    return "redirect:" + SessionPages.PATH;
  }
}
