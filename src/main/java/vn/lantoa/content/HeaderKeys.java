package vn.lantoa.content;

import java.util.List;
import java.util.Set;
import vn.lantoa.common.YamlNode;

/// The keys of the front matter: those that must be there, and no others.
record HeaderKeys(ContentFile file, ContentLint.Report report) {

  private static final List<String> NEEDED = List.of("id", "title", "topic", "audiences", "valid");
  private static final Set<String> KNOWN =
      Set.of("id", "title", "topic", "audiences", "valid", "link", "source");

  void check() {
    file.header()
        .forEach((key, node) -> {
          if (!KNOWN.contains(key)) {
            report.error(node.line(), "content.unknown-key", key);
          } else if (!key.equals("audiences") && !(node.value() instanceof String)) {
            report.error(node.line(), "content.not-a-text", key);
          }
        });
    NEEDED.stream()
        .filter(key -> !file.header().containsKey(key))
        .forEach(key -> report.error(1, "content.missing-key", key));
    file.header()
        .forEach((key, node) -> {
          if (NEEDED.contains(key) && isEmpty(node)) {
            report.error(node.line(), "content.empty-key", key);
          }
        });
  }

  private static boolean isEmpty(YamlNode node) {
    return switch (node.value()) {
      case String text -> text.isBlank();
      case List<?> list -> list.isEmpty();
      default -> false;
    };
  }
}
