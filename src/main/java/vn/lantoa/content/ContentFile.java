package vn.lantoa.content;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lantoa.common.Finding;
import vn.lantoa.common.YamlNode;
import vn.lantoa.content.ContentVersion.Rendition;

/// A content file taken apart: the YAML front matter and the `##` sections, each with its line.
/// Only its form is judged here; what it says is judged by [ContentLint].
///
/// @param text the whole file: NFC, lines ending in `\n`, no byte order mark
/// @param header key → value of the front matter; empty when it could not be read
/// @param findings what is wrong with the form
record ContentFile(
    String name,
    String text,
    Map<String, YamlNode> header,
    Map<Section, Part> parts,
    List<Finding> findings) {

  /// One section.
  ///
  /// @param line of its heading
  /// @param bodyLine of the first line of its body
  record Part(int line, String subject, int bodyLine, String body) {}

  static ContentFile parse(String name, String markdown) {
    return new ContentReading(name, markdown).file();
  }

  /// The scalar under that key; empty when there is none.
  Optional<YamlNode> field(String key) {
    return Optional.ofNullable(header.get(key))
        .filter(node -> node.value() instanceof String text && !text.isBlank());
  }

  String fieldText(String key) {
    return field(key).map(node -> node.text().strip()).orElse("");
  }

  Map<Section, Rendition> renditions() {
    var renditions = new EnumMap<Section, Rendition>(Section.class);
    parts.forEach(
        (section, part) -> renditions.put(section, new Rendition(part.subject, part.body)));
    return renditions;
  }
}
