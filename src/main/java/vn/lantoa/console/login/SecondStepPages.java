package vn.lantoa.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.LoginOrigins;
import vn.lantoa.console.frame.Visitors;
import vn.lantoa.login.LastLogin;
import vn.lantoa.login.Logins;
import vn.lantoa.login.Passkeys;
import vn.lantoa.login.Ticket;

/// The second step of a login whose password was right: a code or a passkey.
@Controller
class SecondStepPages {

  private final Visitors visitors;
  private final Logins logins;
  private final Passkeys passkeys;
  private final LoginOrigins origins;
  private final Welcome welcome;

  SecondStepPages(
      Visitors visitors, Logins logins, Passkeys passkeys, LoginOrigins origins, Welcome welcome) {
    this.visitors = visitors;
    this.logins = logins;
    this.passkeys = passkeys;
    this.origins = origins;
    this.welcome = welcome;
  }

  @GetMapping("/dang-nhap/ma")
  String ask(HttpServletRequest request, Model model) {
    return half(request).map(ticket -> asking(ticket, model)).orElse("redirect:/dang-nhap");
  }

  @PostMapping("/dang-nhap/ma")
  String code(
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return enter(
        request,
        response,
        model,
        "refusal",
        ticket -> logins.complete(ticket, code, origins.buildDetails(request)));
  }

  @PostMapping("/dang-nhap/ma/khoa")
  String passkey(
      @RequestParam String passkey,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return enter(
        request,
        response,
        model,
        "passkeyRefusal",
        ticket -> logins.completeByPasskey(ticket, passkey, origins.buildDetails(request)));
  }

  private String enter(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      String refused,
      Function<Ticket, Optional<LastLogin>> step) {
    var ticket = half(request);
    if (ticket.isEmpty()) {
      return "redirect:/dang-nhap";
    }
    try {
      var before = step.apply(ticket.get());
      // What was known of the session before it was worth anything leads nowhere.
      request.changeSessionId();
      return "redirect:"
          + welcome.to(request, response, ticket.get().username(), before.orElse(null));
    } catch (Refusal refusal) {
      model.addAttribute(refused, refusal);
      return asking(ticket.get(), model);
    }
  }

  private Optional<Ticket> half(HttpServletRequest request) {
    return visitors.ticket(request).filter(_ -> visitors.isHalfIn(request));
  }

  /// Something else is to be signed each time the page is shown.
  private String asking(Ticket half, Model model) {
    model.addAttribute("passkeyHost", passkeys.host());
    model.addAttribute("passkeyOptions", passkeys.ask(half).orElse(null));
    return "console/login/code";
  }
}
