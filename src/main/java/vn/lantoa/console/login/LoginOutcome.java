package vn.lantoa.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import vn.lantoa.console.frame.WantedPage;
import vn.lantoa.security.TooManyTries;

/// Where a login leads. A wrong name, a wrong password and an account switched off look the same.
@Component
final class LoginOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

  private final WantedPage wanted;
  private final ProblemCookie problems;

  LoginOutcome(WantedPage wanted, ProblemCookie problems) {
    this.wanted = wanted;
    this.problems = problems;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    response.sendRedirect(wanted.take(request, response).orElse("/"));
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    var username = Optional.ofNullable(request.getParameter("username")).orElse("");
    problems.put(response, new LoginProblem(username, waitMinutes(why)));
    response.sendRedirect("/dang-nhap");
  }

  private static long waitMinutes(AuthenticationException why) {
    return why instanceof TooManyTries tries ? 1 + tries.waitFor().minusSeconds(1).toMinutes() : 0;
  }
}
