package vn.lantoa.console.login;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.LoginOrigins;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.login.OwnPasswords;
import vn.lantoa.login.Ticket;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// A password of one's own.
@Controller
class PasswordPages {

  private final OwnPasswords passwords;
  private final LoginOrigins origins;

  PasswordPages(OwnPasswords passwords, LoginOrigins origins) {
    this.passwords = passwords;
    this.origins = origins;
  }

  @GetMapping("/mat-khau")
  @Needs(Permission.KEEP_PROFILE)
  String password() {
    return "console/login/password";
  }

  @PostMapping("/mat-khau")
  @Needs(Permission.KEEP_PROFILE)
  String changePassword(
      Account account,
      Ticket ticket,
      @RequestParam("present") String present,
      @RequestParam("password") String password,
      @RequestParam("again") String again,
      HttpServletRequest request,
      Model model,
      RedirectAttributes redirect) {
    if (!password.equals(again)) {
      model.addAttribute("againError", true);
      return "console/login/password";
    }
    try {
      passwords.choose(account, ticket, origins.buildDetails(request), present, password);
    } catch (Refusal refusal) {
      model.addAttribute("refusal", refusal);
      return "console/login/password";
    }
    request.changeSessionId();
    Flash.good("password.changed").on(redirect);
    return "redirect:/";
  }
}
