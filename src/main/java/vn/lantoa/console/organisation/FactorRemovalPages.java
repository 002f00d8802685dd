package vn.lantoa.console.organisation;

import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Audited;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.login.LoginSessions;
import vn.lantoa.login.SecondFactors;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;
import vn.lantoa.security.SecondFactorRemoved;
import vn.lantoa.security.SessionsEnded;

/// The second factor of a person who lost it, taken off by an administrator. From then on the
/// password alone leads in, so the person is told, and whoever is logged in has to do so again.
@Controller
class FactorRemovalPages {

  private final ReachedAccounts reached;
  private final SecondFactors factors;
  private final LoginSessions sessions;
  private final Audited audited;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;

  FactorRemovalPages(
      ReachedAccounts reached,
      SecondFactors factors,
      LoginSessions sessions,
      Audited audited,
      ApplicationEventPublisher events,
      InstantSource clock) {
    this.reached = reached;
    this.factors = factors;
    this.sessions = sessions;
    this.audited = audited;
    this.events = events;
    this.clock = clock;
  }

  @PostMapping(AccountList.PATH + "/{id}/go-xac-thuc")
  @Needs(value = Permission.KEEP_ACCOUNTS, of = Account.class)
  String remove(@PathVariable long id, Account account, RedirectAttributes redirect) {
    var other = reached.get(id, account);
    if (id == account.id()) {
      throw new Refusal("account.own-factor");
    }
    audited.act(
        account.actor(),
        "account.take-off-second-factor",
        "account:" + id,
        other.username(),
        () -> {
          factors.remove(id);
          sessions.endAll(id);
          events.publishEvent(
              new SecondFactorRemoved(id, account.actor(), clock.instant().toString()));
          events.publishEvent(new SessionsEnded(id, SessionsEnded.Why.FACTOR_REMOVED));
        });
    Flash.good("account.flash.factor-removed", other.name()).on(redirect);
    return "redirect:" + AccountList.PATH;
  }
}
