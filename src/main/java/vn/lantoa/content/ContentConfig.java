package vn.lantoa.content;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.common.FaultyFile;
import vn.lantoa.common.Finding;
import vn.lantoa.common.Label;
import vn.lantoa.common.YamlNode;

/// The files this module is configured by: `vocabulary.yaml` and `lint.yaml`. A faulty one stops
/// the start.
@Configuration(proxyBeanMethods = false)
public class ContentConfig {

  @Bean
  Vocabulary vocabulary(ContentSettings settings) {
    return vocabulary(settings.vocabulary());
  }

  @Bean
  LintRules lintRules(ContentSettings settings) {
    return LintRules.read(settings.lint());
  }

  /// What is wrong with the files, for `lantoa check`.
  ///
  /// @param configDir the directory that holds them
  public static List<Finding> check(Path configDir) {
    var findings = new ArrayList<Finding>();
    for (Runnable reading :
        List.<Runnable>of(
            () -> vocabulary(configDir.resolve("vocabulary.yaml")),
            () -> LintRules.read(configDir.resolve("lint.yaml")))) {
      try {
        reading.run();
      } catch (FaultyFile e) {
        findings.add(e.finding());
      }
    }
    return findings;
  }

  /// @throws FaultyFile naming file and line
  static Vocabulary vocabulary(Path file) {
    var root = YamlNode.read(file);
    root.fields(Set.of("topics", "audiences"));
    return new Vocabulary(labels(root.field("topics")), labels(root.field("audiences")));
  }

  private static Map<String, Label> labels(YamlNode node) {
    var labels = new LinkedHashMap<String, Label>();
    node.fields()
        .forEach((key, label) -> {
          label.fields(Set.of("vi", "en"));
          labels.put(key, new Label(label.field("vi").text(), label.field("en").text()));
        });
    return Collections.unmodifiableMap(labels);
  }
}
