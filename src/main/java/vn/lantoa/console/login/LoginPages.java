package vn.lantoa.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Visitors;

/// The way in: name and password. Where there is a second factor, [SecondStepPages] follow.
@Controller
class LoginPages {

  private final Visitors visitors;
  private final ProblemCookie problems;

  LoginPages(Visitors visitors, ProblemCookie problems) {
    this.visitors = visitors;
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
}
