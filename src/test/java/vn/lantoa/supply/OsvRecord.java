package vn.lantoa.supply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A weakness in the OSV format (ossf.github.io/osv-schema).
record OsvRecord(JsonNode weakness) {

  /// One entry for each of our libraries it names; none when it was withdrawn.
  List<Advisory> about(List<Component> components, LocalDate today) {
    if (weakness.hasNonNull("withdrawn")) {
      return List.of();
    }
    return components.stream()
        .filter(component -> !affected(component).isEmpty())
        .map(component -> advisory(component, today))
        .toList();
  }

  /// A library may be named several times, once for each span.
  private List<JsonNode> affected(Component component) {
    return weakness.path("affected").values().stream()
        .filter(affected -> isOf(affected.path("package"), component))
        .toList();
  }

  private static boolean isOf(JsonNode named, Component component) {
    var name = named.path("name").asString("");
    return switch (named.path("ecosystem").asString("")) {
      case "Maven" -> name.equals(component.coordinates());
      case "npm" -> component.isScript() && name.equals(component.npmName());
      default -> false;
    };
  }

  private Advisory advisory(Component component, LocalDate today) {
    var affected = affected(component);
    var fixed =
        affected.stream()
            .flatMap(one -> OsvSpans.fixed(one).stream())
            .collect(Collectors.joining(", "));
    var spans = new ArrayList<String>();
    affected.forEach(one -> spans.addAll(OsvSpans.of(one)));
    return new Advisory(
        name(),
        component.coordinates(),
        List.copyOf(spans),
        fixed.isEmpty() ? "-" : fixed,
        weakness.path("summary").asString(""),
        "https://osv.dev/vulnerability/" + id(),
        today,
        true);
  }

  private String id() {
    return weakness.get("id").asString();
  }

  /// As everybody calls it.
  private String name() {
    return weakness.path("aliases").values().stream()
        .map(JsonNode::asString)
        .filter(alias -> alias.startsWith("CVE-"))
        .findFirst()
        .orElseGet(this::id);
  }
}
