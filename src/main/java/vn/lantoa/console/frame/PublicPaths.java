package vn.lantoa.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/// What anybody may ask for. Everything else wants a login.
final class PublicPaths {

  private static final List<String> PATTERNS =
      List.of(
          "/dang-nhap",
          "/dang-nhap/ma",
          "/dang-nhap/ma/khoa",
          "/ngon-ngu/**",
          "/hooks/**",
          "/u/**",
          "/rieng-tu",
          "/cong",
          "/cong/**",
          "/actuator/health",
          "/actuator/health/**",
          "/css/**",
          "/js/**",
          "/img/**",
          "/webjars/**",
          "/favicon.ico",
          "/robots.txt",
          "/error");

  private static final List<PathPatternRequestMatcher> MATCHERS =
      PATTERNS.stream().map(PathPatternRequestMatcher.withDefaults()::matcher).toList();

  private PublicPaths() {}

  static String[] patterns() {
    return PATTERNS.toArray(String[]::new);
  }

  static boolean hold(HttpServletRequest request) {
    return MATCHERS.stream().anyMatch(matcher -> matcher.matches(request));
  }
}
