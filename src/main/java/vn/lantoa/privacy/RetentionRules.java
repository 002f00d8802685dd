package vn.lantoa.privacy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import vn.lantoa.common.YamlNode;

/// `config/retention.yaml`: each kind once, in the order of the file.
record RetentionRules(List<RetentionRule> all) {

  /// Fewer would end what people still work with.
  private static final int FEWEST_DAYS = 1;

  private static final int MOST_DAYS = 36_525;

  /// @throws vn.lantoa.common.FaultyFile naming file and line
  static RetentionRules read(Path file) {
    var root = YamlNode.read(file);
    root.fields(Set.of("kinds"));
    return new RetentionRules(
        root.field("kinds").fields().entrySet().stream()
            .map(kind -> rule(kind.getKey(), kind.getValue()))
            .toList());
  }

  private static RetentionRule rule(String kind, YamlNode node) {
    node.fields(Set.of("days", "source"));
    int days = node.field("days").as(Integer::parseInt);
    if (days < FEWEST_DAYS || days > MOST_DAYS) {
      throw node.field("days").fault("config.bad-value", String.valueOf(days));
    }
    return new RetentionRule(kind, days, node.field("source").text());
  }

  /// @throws vn.lantoa.common.FaultyFile when the file knows another set of kinds than the program
  static RetentionRules read(Path file, Set<String> kinds) {
    var rules = read(file);
    var root = YamlNode.read(file).field("kinds");
    root.fields(kinds);
    kinds.forEach(root::field);
    return rules;
  }
}
