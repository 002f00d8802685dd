package vn.lantoa.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

/// Where a login leads. A wrong name and a wrong password look the same.
@Component
final class LoginOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

  private final HttpSessionRequestCache wanted = new HttpSessionRequestCache();

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    var before = wanted.getRequest(request, response);
    wanted.removeRequest(request, response);
    response.sendRedirect(
        before != null && before.getMethod().equals("GET") ? before.getRedirectUrl() : "/");
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    response.sendRedirect(
        why instanceof LockedException ? "/dang-nhap?tam-khoa" : "/dang-nhap?sai");
  }
}
