package vn.lantoa.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Account;

/// Makes the [Page] of a request.
@Component
final class Pages {

  private final Frame frame;
  private final Visitors visitors;
  private final OrgUnits units;
  private final Waiting waiting;

  Pages(Frame frame, Visitors visitors, OrgUnits units, Waiting waiting) {
    this.frame = frame;
    this.visitors = visitors;
    this.units = units;
    this.waiting = waiting;
  }

  Page of(HttpServletRequest request) {
    var account = visitors.of(request).orElse(null);
    return new Page(
        frame,
        locale(request),
        account,
        account == null ? "" : units.get(account.homeUnitId()).name(),
        account == null ? 0 : waiting(request, account),
        csrf(request),
        flash(request));
  }

  private int waiting(HttpServletRequest request, Account account) {
    return request.getRequestURI().equals(Nav.HOME.path())
        ? waiting.now(account)
        : waiting.of(account);
  }

  private static Locale locale(HttpServletRequest request) {
    return RequestContextUtils.getLocale(request);
  }

  private static String csrf(HttpServletRequest request) {
    return request.getAttribute("_csrf") instanceof CsrfToken token ? token.getToken() : "";
  }

  private static @Nullable Flash flash(HttpServletRequest request) {
    if (request.getAttribute(Flash.ATTRIBUTE) instanceof Flash now) {
      return now;
    }
    var stored = RequestContextUtils.getInputFlashMap(request);
    return stored != null && stored.get(Flash.ATTRIBUTE) instanceof Flash flash ? flash : null;
  }
}
