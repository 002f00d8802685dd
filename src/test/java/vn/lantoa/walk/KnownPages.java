package vn.lantoa.walk;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lantoa.console.Endpoint;
import vn.lantoa.testing.TestServer;

/// The addresses the program itself says it has, and which of them have been seen. What shows the
/// same elements and fields to another person, or of another thing, is no other page.
final class KnownPages {

  /// What a page is made of, whatever it says.
  private static final Pattern PART = Pattern.compile("<[a-z]+[0-9]?|(?: class| name)=\"[^\"]*\"");

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  /// Changes what one sees afterwards, and leads elsewhere.
  private static final String LANGUAGE = "/ngon-ngu/";

  private final List<Endpoint> endpoints;
  private final Map<String, List<String>> ids;
  private final Set<Endpoint> answered = new HashSet<>();
  private final Map<Endpoint, Set<String>> seen = new HashMap<>();

  /// @param ids what to put for the part in braces, by the first part of the path
  KnownPages(TestServer server, Map<String, List<String>> ids) {
    this.ids = ids;
    var mappings =
        server
            .context()
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    endpoints =
        Endpoint.all(mappings).stream()
            .filter(endpoint -> endpoint.method() == RequestMethod.GET)
            .toList();
  }

  List<Endpoint> endpoints() {
    return endpoints;
  }

  List<String> paths(Endpoint endpoint) {
    if (!endpoint.pattern().contains("{")) {
      return List.of(endpoint.pattern());
    }
    return endpoint.pattern().startsWith(LANGUAGE)
        ? List.of()
        : ids.getOrDefault(endpoint.pattern().split("/")[1], List.of()).stream()
            .map(endpoint::path)
            .toList();
  }

  /// As the program does, one that says it letter by letter goes before one with braces.
  void answered(String path) {
    endpoints.stream()
        .filter(endpoint -> endpoint.isMetBy(path))
        .min(Comparator.comparing(endpoint -> endpoint.pattern().contains("{")))
        .ifPresent(answered::add);
  }

  /// What nobody got an answer from.
  ///
  /// @param known addresses that are no pages
  List<Endpoint> unanswered(List<String> known) {
    return endpoints.stream()
        .filter(endpoint -> !answered.contains(endpoint))
        .filter(endpoint -> known.stream().noneMatch(endpoint::isMetBy))
        .toList();
  }

  boolean isNew(Endpoint endpoint, String html) {
    var parts =
        PART.matcher(html)
            .results()
            .map(MatchResult::group)
            .map(part -> NUMBER.matcher(part).replaceAll("0"))
            .collect(Collectors.toSet());
    return seen.computeIfAbsent(endpoint, _ -> new HashSet<>()).addAll(parts);
  }
}
