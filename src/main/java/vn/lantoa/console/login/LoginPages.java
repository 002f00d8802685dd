package vn.lantoa.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Visitors;
import vn.lantoa.security.Account;
import vn.lantoa.security.Accounts;

/// Login, and a password of one's own.
@Controller
class LoginPages {

  private final Visitors visitors;
  private final Accounts accounts;
  private final ProblemCookie problems;

  LoginPages(Visitors visitors, Accounts accounts, ProblemCookie problems) {
    this.visitors = visitors;
    this.problems = problems;
    this.accounts = accounts;
  }

  @GetMapping("/dang-nhap")
  String login(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam Map<String, String> parameters,
      Model model) {
    if (visitors.of(request).isPresent()) {
      return "redirect:/";
    }
    problems.take(request, response).ifPresent(known -> model.addAttribute("problem", known));
    if (parameters.containsKey("het-phien")) {
      model.addAttribute("flash", Flash.bad("login.stale"));
    } else if (parameters.containsKey("da-thoat")) {
      model.addAttribute("flash", Flash.good("login.logged-out"));
    }
    return "console/login/login";
  }

  @GetMapping("/mat-khau")
  String password() {
    return "console/login/password";
  }

  @PostMapping("/mat-khau")
  String changePassword(
      Account account,
      @RequestParam("password") String password,
      @RequestParam("again") String again,
      Model model,
      RedirectAttributes redirect) {
    if (!password.equals(again)) {
      model.addAttribute("againError", true);
      return "console/login/password";
    }
    try {
      accounts.changePassword(account.id(), password, false);
    } catch (Refusal refusal) {
      model.addAttribute("refusal", refusal);
      return "console/login/password";
    }
    Flash.good("password.changed").on(redirect);
    return "redirect:/";
  }
}
