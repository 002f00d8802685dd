package vn.lantoa.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.login.LoginSessions;
import vn.lantoa.login.LoginSessions.Standing;
import vn.lantoa.login.Ticket;
import vn.lantoa.security.Account;
import vn.lantoa.security.Accounts;

/// Who sends a request. Read anew for each one and not from the session, so that a role taken away,
/// an account switched off or a login ended elsewhere counts from the next click on. Whoever has no
/// ticket of ours is nobody.
@Component
public final class Visitors {

  private static final String ATTRIBUTE = Visitors.class.getName();

  private final Accounts accounts;
  private final LoginSessions sessions;

  Visitors(Accounts accounts, LoginSessions sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  public Optional<Account> of(HttpServletRequest request) {
    return Optional.ofNullable(visit(request).visitor());
  }

  /// Who it is from here on: the same account, as it acts in this request.
  void set(HttpServletRequest request, Account account) {
    request.setAttribute(ATTRIBUTE, visit(request).as(account));
  }

  /// From here on nobody, whoever it may be.
  void setNobody(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, Visit.ANONYMOUS);
  }

  /// The login the request belongs to, if it is good for something.
  public Optional<Ticket> ticket(HttpServletRequest request) {
    var visit = visit(request);
    return visit.account() == null ? Optional.empty() : Optional.ofNullable(visit.ticket());
  }

  /// Whether the password was right and the second factor is still to come.
  public boolean isHalfIn(HttpServletRequest request) {
    return visit(request).isHalf();
  }

  Visit visit(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Visit known) {
      return known;
    }
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof Ticket ticket)) {
      return Visit.ANONYMOUS;
    }
    var visit = visit(ticket);
    request.setAttribute(ATTRIBUTE, visit);
    return visit;
  }

  private Visit visit(Ticket ticket) {
    var standing = sessions.standing(ticket.sessionId());
    return new Visit(
        ticket, standing, standing == Standing.OVER ? null : accounts.get(ticket.accountId()));
  }
}
