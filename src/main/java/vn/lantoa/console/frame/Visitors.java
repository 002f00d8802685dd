package vn.lantoa.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.security.Account;
import vn.lantoa.security.Accounts;

/// Who sends a request. Read anew for each one and not from the session, so that a role taken away
/// or an account switched off counts from the next click on.
@Component
public final class Visitors {

  private static final String ATTRIBUTE = Visitors.class.getName();

  private final Accounts accounts;

  Visitors(Accounts accounts) {
    this.accounts = accounts;
  }

  public Optional<Account> of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Account known) {
      return Optional.of(known);
    }
    var found = of(SecurityContextHolder.getContext().getAuthentication());
    found.ifPresent(account -> request.setAttribute(ATTRIBUTE, account));
    return found;
  }

  /// Who it is from here on: the same account, as it acts in this request.
  void set(HttpServletRequest request, Account account) {
    request.setAttribute(ATTRIBUTE, account);
  }

  public Optional<Account> of(@org.jspecify.annotations.Nullable Authentication authentication) {
    return authentication == null
            || authentication instanceof AnonymousAuthenticationToken
            || !authentication.isAuthenticated()
        ? Optional.empty()
        : accounts
            .byUsername(authentication.getName())
            .filter(account -> account.active() && !account.grants().isEmpty());
  }
}
