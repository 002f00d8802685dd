package vn.lantoa.console.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.lantoa.database.NoConnection;
import vn.lantoa.edge.RefusedRequest;

/// What is shown when something is not found, not allowed, or broken.
@Controller
class ErrorPages implements ErrorController {

  private static final Set<HttpStatus> BUSY =
      EnumSet.of(HttpStatus.SERVICE_UNAVAILABLE, HttpStatus.TOO_MANY_REQUESTS);

  private final Visitors visitors;

  ErrorPages(Visitors visitors) {
    this.visitors = visitors;
  }

  @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
  String page(HttpServletRequest request, HttpServletResponse response, Model model) {
    var why = RefusedRequest.why(request);
    var status = why.isPresent() ? refused(response) : status(request);
    if (BUSY.contains(status)) {
      // A page of his own would ask the database for more.
      visitors.setNobody(request);
    }
    model.addAttribute("refusal", why.orElse(null));
    response.setStatus(status.value());
    model.addAttribute("status", status.value());
    return "console/frame/error";
  }

  @RequestMapping("/error")
  ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
    return ResponseEntity.of(ProblemDetail.forStatus(status(request))).build();
  }

  private static HttpStatus refused(HttpServletResponse response) {
    return Objects.requireNonNullElse(
        HttpStatus.resolve(response.getStatus()), HttpStatus.BAD_REQUEST);
  }

  private static HttpStatus status(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable error
        && NoConnection.isCauseOf(error)) {
      return HttpStatus.SERVICE_UNAVAILABLE;
    }
    var status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? HttpStatus.resolve(code)
            // Nobody comes here but by an error.
            : HttpStatus.NOT_FOUND;
    return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
  }
}
