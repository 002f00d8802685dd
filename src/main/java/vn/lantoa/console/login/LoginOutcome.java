package vn.lantoa.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import vn.lantoa.login.LastLogin;
import vn.lantoa.login.LoginSessions;
import vn.lantoa.login.LoginSessions.Standing;
import vn.lantoa.login.Logins;
import vn.lantoa.login.TemporaryPasswordOver;
import vn.lantoa.login.Ticket;
import vn.lantoa.login.TooManyTries;

/// Where a login leads. A wrong name, a wrong password and an account switched off look the same.
@Component
final class LoginOutcome
    implements AuthenticationSuccessHandler, AuthenticationFailureHandler, LogoutHandler {

  /// The longest name worth showing again.
  private static final int LONGEST_NAME = 80;

  private final Welcome welcome;
  private final Logins logins;
  private final LoginSessions sessions;
  private final ProblemCookie problems;

  LoginOutcome(Welcome welcome, Logins logins, LoginSessions sessions, ProblemCookie problems) {
    this.welcome = welcome;
    this.sessions = sessions;
    this.logins = logins;
    this.problems = problems;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    var before = authentication.getDetails() instanceof LastLogin last ? last : null;
    // Whoever knows the password alone is not known as a device, which would have tries of its own.
    response.sendRedirect(
        isHalf(authentication)
            ? "/dang-nhap/ma"
            : welcome.to(request, response, authentication.getName(), before));
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    var username = Optional.ofNullable(request.getParameter("username")).orElse("");
    var shown = username.substring(0, Math.min(LONGEST_NAME, username.length()));
    problems.put(response, problem(shown, why));
    response.sendRedirect("/dang-nhap");
  }

  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    if (authentication != null && authentication.getPrincipal() instanceof Ticket ticket) {
      logins.logOut(ticket);
    }
  }

  private boolean isHalf(Authentication authentication) {
    return authentication.getPrincipal() instanceof Ticket ticket
        && sessions.standing(ticket.sessionId()) == Standing.HALF;
  }

  private static LoginProblem problem(String username, AuthenticationException why) {
    return switch (why) {
      case TooManyTries tries ->
          new LoginProblem(username, "login.locked", TooManyTries.minutes(tries.waitFor()));
      case TemporaryPasswordOver _ -> new LoginProblem(username, "login.temporary-over", 0);
      default -> new LoginProblem(username, "login.wrong", 0);
    };
  }
}
