package vn.lantoa.console.frame;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import vn.lantoa.common.Refusal;
import vn.lantoa.edge.RefusedRequest;

/// What becomes of a form whose token holds no longer.
final class StaleForms implements AccessDeniedHandler {

  private final AccessDeniedHandler denied = new AccessDeniedHandlerImpl();
  private final Visitors visitors;
  private final Refused refused;

  StaleForms(Visitors visitors, Refused refused) {
    this.visitors = visitors;
    this.refused = refused;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException, ServletException {
    if (!(why instanceof CsrfException)) {
      refused.access(request, "no-role");
      denied.handle(request, response, why);
    } else if (request.getRequestURI().equals("/dang-nhap")) {
      // A login page left open over lunch: ask again instead of refusing.
      response.sendRedirect("/dang-nhap?het-phien");
    } else if (visitors.of(request).isEmpty()) {
      // Sent again after a login in another tab it is right: see FormTokens.
      RefusedRequest.answer(
          request,
          response,
          HttpServletResponse.SC_FORBIDDEN,
          new Refusal("request.session-ended"));
    } else {
      refused.access(request, "no-token");
      denied.handle(request, response, why);
    }
  }
}
