package vn.lantoa.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import vn.lantoa.security.Access;

/// The one place where it is asked who may: before every handler of the console runs, what its
/// [Needs] says is held against the grants of who sends the request.
@Component
final class Gate implements HandlerInterceptor {

  private final Visitors visitors;
  private final Access access;
  private final Map<Class<?>, Owner> owners;

  Gate(Visitors visitors, Access access, List<Owner> owners) {
    this.visitors = visitors;
    this.access = access;
    this.owners = owners.stream().collect(Collectors.toMap(Owner::of, Function.identity()));
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method) || PublicPaths.hold(request)) {
      return true;
    }
    var needs = method.getMethodAnnotation(Needs.class);
    var account = visitors.of(request).orElse(null);
    if (needs == null || account == null || !access.has(account, needs.value())) {
      throw new AccessDeniedException("not allowed");
    }
    var units = units(needs, request);
    units.forEach(unit -> access.require(account, needs.value(), unit));
    visitors.set(request, access.acting(account, needs.value(), units));
    return true;
  }

  private Collection<@Nullable Long> units(Needs needs, HttpServletRequest request) {
    if (needs.of() == void.class) {
      return List.of();
    }
    var owner = owners.get(needs.of());
    if (owner == null
        || !(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables)) {
      throw new IllegalStateException("Nobody says where a " + needs.of() + " belongs");
    }
    return owner.unitsOf(String.valueOf(variables.get("id")));
  }
}
