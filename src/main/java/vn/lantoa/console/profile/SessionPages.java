package vn.lantoa.console.profile;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.console.frame.Page;
import vn.lantoa.login.LoginSessions;
import vn.lantoa.login.Passkeys;
import vn.lantoa.login.SecondFactors;
import vn.lantoa.login.SecondFactors.Offer;
import vn.lantoa.login.Ticket;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;
import vn.lantoa.security.SessionsEnded;

/// Where a person is logged in, and what he has besides a password. Each sees and ends his own
/// logins only.
@Controller
class SessionPages {

  static final String PATH = "/ho-so/dang-nhap";

  private final LoginSessions sessions;
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final Audited audited;
  private final ApplicationEventPublisher events;

  SessionPages(
      LoginSessions sessions,
      SecondFactors factors,
      Passkeys passkeys,
      Audited audited,
      ApplicationEventPublisher events) {
    this.sessions = sessions;
    this.factors = factors;
    this.passkeys = passkeys;
    this.audited = audited;
    this.events = events;
  }

  @GetMapping(PATH)
  @Needs(Permission.KEEP_PROFILE)
  String show(Account account, Ticket ticket, Page page, Model model) {
    model.addAttribute(
        "sessions",
        sessions.open(account.id()).stream()
            .map(session -> SessionRow.of(session, ticket.sessionId(), page))
            .toList());
    var offer = factors.offered(account).orElse(null);
    model.addAttribute("hasFactor", factors.has(account.id()));
    model.addAttribute("hasApp", factors.hasApp(account.id()));
    model.addAttribute("isDemanded", factors.isMissing(account));
    model.addAttribute("codesLeft", factors.recoveryCodesLeft(account.id()));
    model.addAttribute("secret", offer == null ? null : offer.secret());
    model.addAttribute("picture", picture(offer));
    model.addAttribute("passkeys", passkeys.of(account.id()));
    model.addAttribute("passkeysPossible", passkeys.arePossible());
    model.addAttribute("passkeyHost", passkeys.host());
    model.addAttribute("passkeyOptions", passkeys.offered(account, ticket).orElse(null));
    return "console/profile/sessions";
  }

  @PostMapping(PATH + "/{id}/ket-thuc")
  @Needs(Permission.KEEP_PROFILE)
  String end(@PathVariable long id, Account account, RedirectAttributes redirect) {
    end(account, "session:" + id, () -> sessions.end(account.id(), id));
    Flash.good("profile.login.ended").on(redirect);
    return "redirect:" + PATH;
  }

  @PostMapping(PATH + "/ket-thuc-noi-khac")
  @Needs(Permission.KEEP_PROFILE)
  String endOthers(Account account, Ticket ticket, RedirectAttributes redirect) {
    end(account, "others", () -> sessions.endOthers(account.id(), ticket.sessionId()));
    Flash.good("profile.login.others-ended").on(redirect);
    return "redirect:" + PATH;
  }

  private void end(Account account, String which, Runnable act) {
    audited.act(account.actor(), "account.end-sessions", "account:" + account.id(), which, act);
    events.publishEvent(new SessionsEnded(account.id(), SessionsEnded.Why.BY_PERSON));
  }

  private static @Nullable QrPicture picture(@Nullable Offer offer) {
    return offer == null ? null : QrPicture.of(offer.uri());
  }
}
