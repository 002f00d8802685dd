package vn.lantoa.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.LoginOrigins;
import vn.lantoa.console.frame.Visitors;
import vn.lantoa.login.Logins;

/// The way in: name and password, then the second factor where there is one.
@Controller
class LoginPages {

  private final Visitors visitors;
  private final Logins logins;
  private final LoginOrigins origins;
  private final Welcome welcome;
  private final ProblemCookie problems;

  LoginPages(
      Visitors visitors,
      Logins logins,
      LoginOrigins origins,
      Welcome welcome,
      ProblemCookie problems) {
    this.visitors = visitors;
    this.logins = logins;
    this.origins = origins;
    this.welcome = welcome;
    this.problems = problems;
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

  @GetMapping("/dang-nhap/ma")
  String code(HttpServletRequest request) {
    return visitors.isHalfIn(request) ? "console/login/code" : "redirect:/dang-nhap";
  }

  @PostMapping("/dang-nhap/ma")
  String code(
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var ticket = visitors.ticket(request).filter(_ -> visitors.isHalfIn(request));
    if (ticket.isEmpty()) {
      return "redirect:/dang-nhap";
    }
    try {
      var before = logins.complete(ticket.get(), code, origins.buildDetails(request));
      // What was known of the session before it was worth anything leads nowhere.
      request.changeSessionId();
      return "redirect:"
          + welcome.to(request, response, ticket.get().username(), before.orElse(null));
    } catch (Refusal refusal) {
      model.addAttribute("refusal", refusal);
      return "console/login/code";
    }
  }
}
