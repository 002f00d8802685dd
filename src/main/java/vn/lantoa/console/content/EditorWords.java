package vn.lantoa.console.content;

import java.util.List;
import vn.lantoa.common.Finding;

/// Says what is missing by the labels of the form: who writes here knows nothing of the keys of a
/// file.
final class EditorWords {

  private EditorWords() {}

  /// @param field where the form shows the finding
  static Finding of(String field, Finding finding) {
    return switch (finding.key()) {
      case "content.missing-key",
          "content.empty-key",
          "content.no-section",
          "content.empty-section",
          "content.subject-empty",
          "content.source-missing",
          "content.bad-valid" ->
          as("editor.missing." + field, List.of(), finding);
      case "content.valid-backwards" -> as("editor.valid-backwards", List.of(), finding);
      case "content.link-missing" -> as("editor.link-missing", finding.arguments(), finding);
      default -> finding;
    };
  }

  private static Finding as(String key, List<Object> arguments, Finding finding) {
    return new Finding(finding.file(), finding.line(), finding.severity(), key, arguments);
  }
}
