package vn.lantoa.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;
import vn.lantoa.security.TooManyTries;

/// Where a login leads. A wrong name, a wrong password and an account switched off look the same.
@Component
final class LoginOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

  private static final String PROBLEM = LoginProblem.class.getName();

  private final HttpSessionRequestCache wanted = new HttpSessionRequestCache();

  /// The problem of the last try, once.
  static Optional<LoginProblem> takeProblem(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(PROBLEM) instanceof LoginProblem problem)) {
      return Optional.empty();
    }
    session.removeAttribute(PROBLEM);
    return Optional.of(problem);
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    var before = wanted.getRequest(request, response);
    wanted.removeRequest(request, response);
    response.sendRedirect(
        before instanceof DefaultSavedRequest page && page.getMethod().equals("GET")
            ? address(page)
            : "/");
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    var username = Optional.ofNullable(request.getParameter("username")).orElse("");
    request.getSession().setAttribute(PROBLEM, new LoginProblem(username, waitMinutes(why)));
    response.sendRedirect("/dang-nhap");
  }

  /// As it was asked for; the framework's own way back would add `?continue`.
  private static String address(DefaultSavedRequest page) {
    var path = Objects.requireNonNull(page.getRequestURI());
    return page.getQueryString() == null ? path : path + "?" + page.getQueryString();
  }

  private static long waitMinutes(AuthenticationException why) {
    return why instanceof TooManyTries tries ? 1 + tries.waitFor().minusSeconds(1).toMinutes() : 0;
  }
}
