package vn.lantoa.console.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lantoa.login.SecondFactors;
import vn.lantoa.security.Account;

/// What a login is good for, for every address the program answers to: one that is over is as none,
/// and one that is not finished leads nowhere but to what is missing – the second factor, a
/// password of one's own, or a second factor that is demanded.
final class LoginGate extends OncePerRequestFilter {

  private static final String CODE = "/dang-nhap/ma";
  private static final String PASSWORD = "/mat-khau";
  private static final String FACTOR = "/ho-so/dang-nhap";

  /// What the public sees, in which nobody has a name; languages, and the way out.
  private static final List<String> ALWAYS =
      List.of(
          "/dang-xuat",
          "/ngon-ngu/",
          "/error",
          "/css/",
          "/js/",
          "/img/",
          "/webjars/",
          "/favicon.ico",
          "/cong",
          "/u/",
          "/hooks/");

  private final Visitors visitors;
  private final SecondFactors factors;

  LoginGate(Visitors visitors, SecondFactors factors) {
    this.visitors = visitors;
    this.factors = factors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var visit = visitors.visit(request);
    if (visit.isOver()) {
      forget(request);
    }
    var step = visit.isHalf() ? Optional.of(CODE) : next(visit.visitor());
    if (step.isEmpty() || leadsTo(step.get(), request.getRequestURI())) {
      chain.doFilter(request, response);
    } else {
      response.sendRedirect(step.get());
    }
  }

  private Optional<String> next(@Nullable Account visitor) {
    if (visitor == null) {
      return Optional.empty();
    }
    if (visitor.mustChangePassword()) {
      return Optional.of(PASSWORD);
    }
    return factors.isMissing(visitor) ? Optional.of(FACTOR) : Optional.empty();
  }

  private static boolean leadsTo(String step, String path) {
    return path.equals(step)
        || path.startsWith(step + "/")
        || ALWAYS.stream().anyMatch(path::startsWith);
  }

  /// The session may go on, as a stranger's.
  private static void forget(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
    }
    SecurityContextHolder.clearContext();
  }
}
