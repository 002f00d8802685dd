package vn.lantoa.audience;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.lantoa.common.YamlNode;

/// What people are told before they agree, by versions: `config/consent-texts.yaml`.
///
/// @param all in the order of the file, the newest first
public record ConsentTexts(List<Text> all) {

  /// @param version as it stands on the form
  public record Text(String version, LocalDate since, String text) {}

  public boolean knows(String version) {
    return all.stream().anyMatch(text -> text.version().equals(version));
  }

  /// @throws vn.lantoa.common.FaultyFile naming file and line
  static ConsentTexts read(Path file) {
    var root = YamlNode.read(file);
    root.fields(Set.of("texts"));
    var seen = new HashSet<String>();
    return new ConsentTexts(
        root.field("texts").items().stream().map(node -> text(node, seen)).toList());
  }

  private static Text text(YamlNode node, Set<String> seen) {
    node.fields(Set.of("version", "since", "text"));
    var version = node.field("version").text();
    if (!seen.add(version)) {
      throw node.field("version").fault("config.bad-value", version);
    }
    return new Text(version, node.field("since").as(LocalDate::parse), node.field("text").text());
  }
}
