package vn.lantoa.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lantoa.audit.Repeated;

/// Writes down who looks at a person ([Seen]): after everything was found and allowed, and before
/// the first letter of it leaves. No transaction of the page is open by then.
@Component
class Onlookers implements HandlerInterceptor {

  private final Visitors visitors;
  private final Repeated trail;

  Onlookers(Visitors visitors, Repeated trail) {
    this.visitors = visitors;
    this.trail = trail;
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    var seen =
        handler instanceof HandlerMethod method ? method.getMethodAnnotation(Seen.class) : null;
    if (seen != null) {
      visitors
          .of(request)
          .ifPresent(who -> trail.record(who.actor(), seen.as(), subject(seen, request), ""));
    }
  }

  private static String subject(Seen seen, HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        ? UriComponentsBuilder.fromPath(seen.of())
            .buildAndExpand(variables.values().toArray())
            .toUriString()
        : seen.of();
  }
}
