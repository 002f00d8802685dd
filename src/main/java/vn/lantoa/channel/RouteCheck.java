package vn.lantoa.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import vn.lantoa.common.Finding;
import vn.lantoa.common.StartupFailure;

/// Looks through route files without starting them: that they can be read, and that every route has
/// an id, a description, a comment and clean headers.
public final class RouteCheck {

  private static final Pattern LINE = Pattern.compile("line (\\d+)");
  private static final int MOST_LINES = 80;

  private RouteCheck() {}

  public static List<Finding> check(Path routes) {
    var findings = new ArrayList<Finding>();
    try {
      CamelRoutes.files(routes).forEach(file -> check(file, findings));
    } catch (StartupFailure e) {
      findings.add(Finding.error(routes.toString(), 0, "route.folder-unreadable"));
    }
    return findings;
  }

  private static void check(Path file, List<Finding> findings) {
    try (var camel = new DefaultCamelContext()) {
      camel.disableJMX();
      var lines = Files.readAllLines(file);
      if (lines.isEmpty() || !lines.getFirst().startsWith("#")) {
        findings.add(Finding.error(file.toString(), 1, "route.no-comment"));
      }
      if (lines.size() > MOST_LINES) {
        findings.add(Finding.warning(file.toString(), MOST_LINES, "route.long", MOST_LINES));
      }
      CamelRoutes.load(camel, file);
      for (var route :
          camel.getCamelContextExtension().getContextPlugin(Model.class).getRouteDefinitions()) {
        check(file, route, lines, findings);
      }
    } catch (StartupFailure e) {
      var why = String.valueOf(e.arguments().getLast());
      findings.add(
          Finding.error(
              file.toString(),
              line(why),
              "route.broken",
              why.strip().replaceAll("\\s*\\R\\s*", " · ")));
    } catch (IOException e) {
      findings.add(
          Finding.error(file.toString(), 0, "route.broken", String.valueOf(e.getMessage())));
    }
  }

  private static void check(
      Path file, RouteDefinition route, List<String> lines, List<Finding> findings) {
    if (!route.hasCustomIdAssigned()) {
      findings.add(Finding.error(file.toString(), 0, "route.no-id"));
    }
    if (route.getDescription() == null || route.getDescription().isBlank()) {
      findings.add(Finding.error(file.toString(), 0, "route.no-description", route.getId()));
    }
    var delivers = route.getInput().getEndpointUri().startsWith("direct:deliver-");
    if (delivers && lines.stream().noneMatch(line -> line.contains("removeHeaders"))) {
      findings.add(Finding.error(file.toString(), 0, "route.headers-not-clean", route.getId()));
    }
    if (delivers && route.getRouteConfigurationId() == null) {
      findings.add(Finding.error(file.toString(), 0, "route.no-error-handling", route.getId()));
    }
  }

  /// Where the parser stumbled, counted from 1.
  private static int line(String why) {
    var found = LINE.matcher(why);
    int line = 0;
    while (found.find()) {
      line = Integer.parseInt(found.group(1));
    }
    return line;
  }
}
