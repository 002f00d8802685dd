package vn.lantoa.audit;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Where an act came from.
///
/// @param address of the client
/// @param request method and pattern of the page: what stands in the place of its variables is the
///   subject's affair
record Whence(String address, String request) {

  static final Whence NOWHERE = new Whence("", "");

  /// Of Spring's mapping of pages, which this floor knows nothing of.
  private static final String PATTERN =
      "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

  private static final int LONGEST_PATH = 200;

  /// Of the request this thread answers.
  static Whence now() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes of
        ? of(of.getRequest())
        : NOWHERE;
  }

  private static Whence of(HttpServletRequest request) {
    // Before a page is found, by its path: the login.
    var path =
        request.getAttribute(PATTERN) instanceof String pattern ? pattern : request.getRequestURI();
    return new Whence(
        request.getRemoteAddr(),
        request.getMethod() + " " + path.substring(0, Math.min(path.length(), LONGEST_PATH)));
  }
}
