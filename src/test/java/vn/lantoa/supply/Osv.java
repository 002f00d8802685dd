package vn.lantoa.supply;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The open database of weaknesses (google.github.io/osv.dev/api): asked for all our libraries at
/// once, then for each weakness it names.
record Osv(URI base, LocalDate today) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonMapper JSON = JsonMapper.shared();

  /// What the database holds against these versions.
  ///
  /// @throws IOException when it does not answer, or with something else
  List<Advisory> against(List<Component> components) throws IOException, InterruptedException {
    try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var advisories = new ArrayList<Advisory>();
      for (var id : ids(http, components)) {
        var weakness = ask(http, request("/v1/vulns/" + id).GET().build());
        advisories.addAll(new OsvRecord(weakness).about(components, today));
      }
      return advisories;
    }
  }

  /// A page of answers names the next one by a token; only queries that have one are asked again.
  private Set<String> ids(HttpClient http, List<Component> components)
      throws IOException, InterruptedException {
    var ids = new LinkedHashSet<String>();
    var open = components.stream().map(Osv::query).toList();
    while (!open.isEmpty()) {
      var body = JSON.writeValueAsString(Map.of("queries", open));
      var request =
          request("/v1/querybatch")
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build();
      var results = ask(http, request).path("results");
      if (results.size() != open.size()) {
        throw new IOException(open.size() + " questions, but " + results.size() + " answers");
      }
      var more = new ArrayList<Map<String, Object>>();
      for (int i = 0; i < results.size(); i++) {
        var result = results.get(i);
        result.path("vulns").values().forEach(found -> ids.add(found.get("id").asString()));
        if (result.hasNonNull("next_page_token")) {
          var next = new LinkedHashMap<>(open.get(i));
          next.put("page_token", result.get("next_page_token").asString());
          more.add(next);
        }
      }
      open = more;
    }
    return ids;
  }

  private static Map<String, Object> query(Component component) {
    return component.isScript()
        ? Map.of(
            "package",
            Map.of("ecosystem", "npm", "name", component.npmName()),
            "version",
            component.version())
        : Map.of("package", Map.of("purl", component.purl()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
  }

  private static JsonNode ask(HttpClient http, HttpRequest request)
      throws IOException, InterruptedException {
    var response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(request.uri() + " answered " + response.statusCode());
    }
    return JSON.readTree(response.body());
  }
}
