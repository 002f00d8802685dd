package vn.lantoa.supply;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the build says the program is made of: CycloneDX 1.6, and in every jar of ours.
final class BillOfMaterials {

  static final Path FILE = Path.of("target/classes/META-INF/sbom/application.cdx.json");

  private BillOfMaterials() {}

  static List<Component> components() throws IOException {
    return nodes().stream().map(BillOfMaterials::component).toList();
  }

  /// The SHA-256 of each library, by `group:name:version`.
  static Map<String, String> digests() throws IOException {
    return nodes().stream()
        .collect(Collectors.toMap(BillOfMaterials::name, BillOfMaterials::digest));
  }

  private static Collection<JsonNode> nodes() throws IOException {
    try (InputStream in = Files.newInputStream(FILE)) {
      return JsonMapper.shared().readTree(in).get("components").values();
    }
  }

  private static String name(JsonNode node) {
    var component = component(node);
    return component.coordinates() + ":" + component.version();
  }

  private static String digest(JsonNode node) {
    return node.get("hashes").values().stream()
        .filter(hash -> hash.get("alg").asString().equals("SHA-256"))
        .map(hash -> hash.get("content").asString())
        .findFirst()
        .orElse("");
  }

  private static Component component(JsonNode node) {
    return new Component(
        node.path("group").asString(""),
        node.get("name").asString(),
        node.get("version").asString(),
        node.get("purl").asString().replaceFirst("\\?.*", ""));
  }
}
