package vn.lantoa.console;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;
import vn.lantoa.login.LoginExamples;
import vn.lantoa.login.Ticket;

/// Sends a request as somebody who has logged in: each time anew, with a login of its own, since
/// the program takes nobody's word for it.
public final class ConsoleUsers {

  private ConsoleUsers() {}

  /// Who is called so; of a name that nobody has, a login that is worth nothing.
  public static RequestPostProcessor user(String username) {
    return request -> {
      var program =
          WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext());
      return as(LoginExamples.ticket(program, username)).postProcessRequest(request);
    };
  }

  /// In a login that was begun before.
  public static RequestPostProcessor as(Ticket ticket) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            ticket, null, AuthorityUtils.createAuthorityList("LOGGED_IN")));
  }
}
