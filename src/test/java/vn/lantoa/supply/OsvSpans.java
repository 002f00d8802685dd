package vn.lantoa.supply;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// From the events of the OSV format (introduced, fixed, last affected) to Maven's notation.
final class OsvSpans {

  private OsvSpans() {}

  /// Spans of versions, or where there are none the versions that are named one by one.
  static List<String> of(JsonNode affected) {
    var spans = new ArrayList<String>();
    for (var range : affected.path("ranges")) {
      if (!range.path("type").asString("").equals("GIT")) {
        read(range.path("events"), spans);
      }
    }
    if (spans.isEmpty()) {
      affected.path("versions").forEach(one -> spans.add("[" + one.asString() + "]"));
    }
    return spans;
  }

  static List<String> fixed(JsonNode affected) {
    return affected.path("ranges").values().stream()
        .flatMap(range -> range.path("events").values().stream())
        .filter(event -> event.has("fixed"))
        .map(event -> event.get("fixed").asString())
        .toList();
  }

  private static void read(JsonNode events, List<String> spans) {
    @Nullable String begun = null;
    for (var event : events) {
      if (event.has("introduced")) {
        var from = event.get("introduced").asString();
        begun = from.equals("0") ? "(" : "[" + from;
      } else if (begun != null && (event.has("fixed") || event.has("last_affected"))) {
        spans.add(
            event.has("fixed")
                ? begun + "," + event.get("fixed").asString() + ")"
                : begun + "," + event.get("last_affected").asString() + "]");
        begun = null;
      }
    }
    if (begun != null) {
      spans.add(begun + ",)");
    }
  }
}
