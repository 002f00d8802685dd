package vn.lantoa.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.common.Refusal;

/// When the domain says no: on a form, the sentence is shown on the page the person came from;
/// elsewhere it is a page of its own. What belongs to another unit looks like what does not exist.
@ControllerAdvice(basePackages = "vn.lantoa.console")
class Refusals {

  private final Refused refused;

  Refusals(Refused refused) {
    this.refused = refused;
  }

  @ExceptionHandler
  String refused(
      Refusal refusal,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes redirect) {
    boolean unknown = refusal.key().startsWith("access.") || refusal.key().endsWith("unknown");
    if (unknown) {
      refused.access(request, refusal.key());
    } else {
      refused.act(request, refusal.key());
    }
    if (!unknown && request.getHeader("HX-Request") != null) {
      response.setStatus(HttpStatus.CONFLICT.value());
      response.setHeader("HX-Retarget", "#flash");
      response.setHeader("HX-Reswap", "innerHTML");
      model.addAttribute("flash", Flash.of(refusal));
      return "console/frame/flash";
    }
    if (!unknown && request.getMethod().equals("POST")) {
      Flash.of(refusal).on(redirect);
      return "redirect:" + cameFrom(request);
    }
    var status = unknown ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
    response.setStatus(status.value());
    model.addAttribute("status", status.value());
    model.addAttribute("refusal", refusal);
    return "console/frame/error";
  }

  /// Only the path of it: whatever the header says, the redirect stays on this server.
  static String cameFrom(HttpServletRequest request) {
    var referer = request.getHeader("Referer");
    if (referer == null) {
      return "/";
    }
    try {
      var uri = URI.create(referer);
      var path = uri.getRawPath();
      if (path == null || !path.startsWith("/") || path.startsWith("//")) {
        return "/";
      }
      return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    } catch (IllegalArgumentException _) {
      return "/";
    }
  }
}
