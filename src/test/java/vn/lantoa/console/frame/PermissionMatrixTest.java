package vn.lantoa.console.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static vn.lantoa.console.ConsoleUsers.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.condition.NameValueExpression;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Endpoint;
import vn.lantoa.console.Visits;
import vn.lantoa.login.LoginExamples;
import vn.lantoa.security.Permission;
import vn.lantoa.security.Realm;
import vn.lantoa.security.Role;

/// Every page and act the program has × every role × what is one's own and what is another's: who
/// is let in is what the table of permissions says, and nothing else. What the program answers to
/// is asked of its router, so that a new page is tried without anybody thinking of it.
@ConsoleTest
class PermissionMatrixTest {

  @Autowired private ApplicationContext context;
  @Autowired private Visits visits;
  @Autowired private Gate gate;
  @Autowired private JdbcClient jdbc;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  private static @Nullable TwoUnits made;

  private enum Answer {
    LET_IN,
    /// 403.
    FORBIDDEN,
    /// 404.
    HIDDEN
  }

  private static final Set<RequestMethod> EITHER = Set.of(RequestMethod.GET, RequestMethod.POST);

  /// @param fields without which it is not asked
  /// @param needs null: it says nothing
  private record Route(
      Endpoint endpoint, List<String> fields, HandlerMethod handler, Needs needs) {}

  @BeforeEach
  void fill() throws Exception {
    if (made == null) {
      made = TwoUnits.fill(context, "bang");
    }
  }

  @AfterEach
  void forget() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void everyPageAndActThatIsNotForAllSaysWhatItNeeds() {
    var silent =
        all().stream()
            .filter(route -> !isPublic(route.endpoint()) && route.needs() == null)
            .map(route -> route.endpoint().toString())
            .toList();

    assertThat(silent).isEmpty();
  }

  @Test
  void whoIsLetInIsWhatTheTableSays() {
    var wrong = new ArrayList<String>();
    for (var route : routes()) {
      for (var role : Role.values()) {
        compare(route, role, true, wrong);
        if (route.needs().of() != void.class) {
          compare(route, role, false, wrong);
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  private void compare(Route route, Role role, boolean own, List<String> wrong) {
    var wanted = wanted(route.needs(), role, own);
    var got = ask(route, role, own);
    if (got != wanted) {
      wrong.add(route.endpoint() + " " + role + (own ? " own " : " foreign ") + wanted + " " + got);
    }
  }

  /// Nobody of these has anything to say about the machine: they belong to a commune.
  private static Answer wanted(Needs needs, Role role, boolean own) {
    Permission permission = needs.value();
    if (!permission.roles().contains(role) || permission.realm() == Realm.MACHINE) {
      return Answer.FORBIDDEN;
    }
    return own ? Answer.LET_IN : Answer.HIDDEN;
  }

  private Answer ask(Route route, Role role, boolean own) {
    var request = new MockHttpServletRequest();
    request.setRequestURI(path(route, own));
    request.setServletPath(path(route, own));
    var kind = route.needs().of();
    request.setAttribute(
        HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
        kind == void.class ? Map.of() : Map.of("id", sample(kind, own)));
    logIn(units().holder(role));
    try {
      gate.preHandle(request, new MockHttpServletResponse(), route.handler());
      return Answer.LET_IN;
    } catch (AccessDeniedException _) {
      return Answer.FORBIDDEN;
    } catch (Refusal _) {
      return Answer.HIDDEN;
    }
  }

  /// The same over the wire, for all that must not be: the answer says no, and no row of any table
  /// is another than before.
  @Test
  void whatIsForbiddenChangesNothing() throws Exception {
    var before = TableSums.of(jdbc);
    var open = new ArrayList<String>();
    for (var route : routes()) {
      for (var role : Role.values()) {
        boolean named = route.needs().of() != void.class;
        if (wanted(route.needs(), role, !named) == Answer.LET_IN) {
          continue;
        }
        int status = status(route, role);
        if (status != 403 && status != 404) {
          open.add(route.endpoint() + " " + role + " " + status);
        }
      }
    }

    assertThat(open).isEmpty();
    assertThat(TableSums.of(jdbc)).isEqualTo(before);
  }

  private int status(Route route, Role role) throws Exception {
    var request =
        MockMvcRequestBuilders.request(
                HttpMethod.valueOf(route.endpoint().method().name()),
                path(route, route.needs().of() == void.class))
            .with(user(units().holder(role)))
            .with(csrf());
    route.fields().forEach(field -> request.param(field, "1"));
    return visits.answer(request).getStatus();
  }

  private static String path(Route route, boolean own) {
    var kind = route.needs().of();
    var pattern = route.endpoint().pattern();
    return new Endpoint(
            route.endpoint().method(),
            kind == void.class ? pattern : pattern.replace("{id}", sample(kind, own)))
        .path("1");
  }

  private static String sample(Class<?> kind, boolean own) {
    return own ? units().own(kind) : units().foreign(kind);
  }

  private static TwoUnits units() {
    return Objects.requireNonNull(made);
  }

  private void logIn(String username) {
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                LoginExamples.ticket(context, username),
                null,
                AuthorityUtils.createAuthorityList("LOGGED_IN")));
  }

  private List<Route> routes() {
    var routes = all().stream().filter(route -> route.needs() != null).toList();
    assertThat(routes).hasSizeGreaterThan(80);
    return routes;
  }

  /// All the program answers to.
  private List<Route> all() {
    var found = new ArrayList<Route>();
    mappings
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          var methods = mapping.getMethodsCondition().getMethods();
          var fields =
              mapping.getParamsCondition().getExpressions().stream()
                  .map(NameValueExpression::getName)
                  .toList();
          for (var pattern : mapping.getPatternValues()) {
            for (var method : methods.isEmpty() ? EITHER : methods) {
              found.add(
                  new Route(
                      new Endpoint(method, pattern),
                      fields,
                      handler,
                      handler.getMethodAnnotation(Needs.class)));
            }
          }
        });
    return found;
  }

  private static boolean isPublic(Endpoint endpoint) {
    return endpoint.isBelow(PublicPaths.patterns());
  }
}
