package vn.lantoa.edge;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import vn.lantoa.common.Refusal;

/// Answers a request that goes no further: a browser is shown a page that says why in the reader's
/// language, everything else gets the status alone. What it brought is not looked at again.
public final class RefusedRequest {

  private static final String WHY = RefusedRequest.class.getName();
  private static final String PAGE = "/error";

  private RefusedRequest() {}

  /// @param why of the messages, `refusal.<key>`
  public static void answer(
      HttpServletRequest request, HttpServletResponse response, int status, Refusal why)
      throws ServletException, IOException {
    response.setStatus(status);
    if (isBrowser(request)) {
      request.setAttribute(WHY, why);
      var bare = new WithoutBody(request);
      bare.getRequestDispatcher(PAGE).forward(bare, response);
    }
  }

  /// Why the request was refused, for the page that says it.
  public static Optional<Refusal> why(HttpServletRequest request) {
    return request.getAttribute(WHY) instanceof Refusal why ? Optional.of(why) : Optional.empty();
  }

  public static boolean isBrowser(HttpServletRequest request) {
    var accepted = request.getHeader(HttpHeaders.ACCEPT);
    return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
  }
}
