package vn.lantoa.console;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/// What the program answers to, asked of the program itself so that nothing is forgotten.
///
/// @param pattern with the parts that change in braces
public record Endpoint(RequestMethod method, String pattern) {

  public static List<Endpoint> all(RequestMappingHandlerMapping mappings) {
    return mappings.getHandlerMethods().keySet().stream()
        .flatMap(mapping -> {
          var named = mapping.getMethodsCondition().getMethods();
          var methods = named.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : named;
          return mapping.getPatternValues().stream()
              .flatMap(pattern -> methods.stream().map(method -> new Endpoint(method, pattern)));
        })
        .distinct()
        .toList();
  }

  /// The path with something put for each part in braces.
  public String path(String example) {
    return pattern.replaceAll("\\{[^/]*}", example);
  }

  /// Whether it answers to the path, or would to one like it.
  public boolean isMetBy(String path) {
    return matches(pattern, path.replaceFirst("[?#].*", ""));
  }

  /// Whether one of these patterns is for it.
  public boolean isBelow(String... patterns) {
    return Stream.of(patterns).anyMatch(one -> matches(one, path("1")));
  }

  private static boolean matches(String pattern, String path) {
    return PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(path));
  }
}
