package vn.lantoa.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Paths to which anything may be posted as far as the door is concerned; each such room says so by
/// a component of its own, because it looks at what comes itself or does not look at all.
public abstract class AnyText {

  private final List<PathPattern> patterns;

  protected AnyText(String... patterns) {
    this.patterns =
        List.of(patterns).stream().map(PathPatternParser.defaultInstance::parse).toList();
  }

  boolean isFor(HttpServletRequest request) {
    var path = PathContainer.parsePath(request.getRequestURI());
    return request.getMethod().equals("POST")
        && patterns.stream().anyMatch(pattern -> pattern.matches(path));
  }
}
